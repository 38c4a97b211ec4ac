import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { useRef } from "react";
import type { Outcome } from "./outcome.ts";
import styles from "./PaymentQuote.module.css";
import { useContinuePayment } from "./useContinuePayment.ts";

type Props = { paymentId: string; actionUrl: string; onOutcome: (outcome: Outcome) => void };

/** The confirmation step of the payer's bank, inside the page. Goes on by itself when the bank's page has moved on. */
export function BankStep({ paymentId, actionUrl, onOutcome }: Props) {
  const pages = useRef(0);
  const [asking, ask] = useContinuePayment();

  const goOn = () => void ask(paymentId).then(onOutcome);
  const loaded = () => {
    pages.current += 1;
    if (pages.current > 1) goOn();
  };
  return (
    <div className={styles.stack}>
      <p>Your bank wants you to confirm this payment. Nothing is charged before you do.</p>
      <iframe className={styles.frame} src={actionUrl} title="Your bank's confirmation" onLoad={loaded} />
      <DialogActions>
        <Button variant="default" loading={asking} onClick={goOn}>
          I have confirmed
        </Button>
      </DialogActions>
    </div>
  );
}
