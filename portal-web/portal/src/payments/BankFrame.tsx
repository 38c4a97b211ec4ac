import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { useRef, type ReactNode } from "react";
import styles from "./PaymentQuote.module.css";

type Props = { actionUrl: string; asking: boolean; onGoOn: () => void; children: ReactNode };

/** The bank's page inside ours. Goes on by itself when that page has moved on. */
export function BankFrame({ actionUrl, asking, onGoOn, children }: Props) {
  const pages = useRef(0);
  const loaded = () => {
    pages.current += 1;
    if (pages.current > 1) onGoOn();
  };
  return (
    <>
      <p>{children}</p>
      <iframe className={styles.frame} src={actionUrl} title="Your bank's confirmation" onLoad={loaded} />
      {!actionUrl.startsWith("/") && (
        <p>
          Nothing to see?{" "}
          <a href={actionUrl} target="_blank" rel="noopener noreferrer">
            Confirm in a tab of its own
          </a>
          , then come back.
        </p>
      )}
      <DialogActions>
        <Button variant="default" loading={asking} onClick={onGoOn}>
          I have confirmed
        </Button>
      </DialogActions>
    </>
  );
}
