import { BankFrame } from "./BankFrame.tsx";
import type { Outcome } from "./outcome.ts";
import styles from "./PaymentQuote.module.css";
import { useContinuePayment } from "./useContinuePayment.ts";

type Props = { paymentId: string; actionUrl: string; onOutcome: (outcome: Outcome) => void };

/** The confirmation step of the payer's bank, inside the page. */
export function BankStep({ paymentId, actionUrl, onOutcome }: Props) {
  const [asking, ask] = useContinuePayment();
  return (
    <div className={styles.stack}>
      <BankFrame actionUrl={actionUrl} asking={asking} onGoOn={() => void ask(paymentId).then(onOutcome)}>
        Your bank wants you to confirm this payment. Nothing is charged before you do.
      </BankFrame>
    </div>
  );
}
