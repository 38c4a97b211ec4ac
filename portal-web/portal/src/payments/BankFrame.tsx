import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { useRef, type ReactNode, type SyntheticEvent } from "react";
import styles from "./PaymentQuote.module.css";

type Props = { actionUrl: string; asking: boolean; onGoOn: () => void; children: ReactNode };

/**
 * The bank's page inside ours. Goes on by itself when that page has led back to us: a bank's own pages may follow each
 * other before.
 */
export function BankFrame({ actionUrl, asking, onGoOn, children }: Props) {
  const pages = useRef(0);
  const loaded = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    pages.current += 1;
    if (isOurs(currentTarget) && (pages.current > 1 || !actionUrl.startsWith("/"))) onGoOn();
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

/** Whether a frame shows a page of this server; into others nobody can look. */
function isOurs(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.origin === location.origin;
  } catch {
    return false;
  }
}
