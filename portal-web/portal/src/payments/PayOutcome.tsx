import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import { useSwitch } from "../app/viewer.ts";
import type { Paid } from "./outcome.ts";
import styles from "./PaymentQuote.module.css";

/** Says what was paid, with the receipt at hand. */
export function PayOutcome({
  outcome: { receipt, invoices },
  onClose,
}: {
  outcome: Paid;
  onClose: () => void;
}) {
  const receipts = useSwitch("PAYMENTS");
  return (
    <div className={styles.stack}>
      <Notice
        tone="positive"
        title={receipt ? `${moneyText(receipt.amount)} has been charged.` : "Your credit has paid it."}
      >
        {paidText(invoices.map(({ number }) => number ?? ""))}
      </Notice>
      <DialogActions>
        {receipt?.receiptUrl && <DownloadLink href={receipt.receiptUrl}>Download receipt</DownloadLink>}
        {receipt && receipts && (
          <Button component={Link} href={`/payments/${receipt.id}`} variant="default" onClick={onClose}>
            See receipt {receipt.number}
          </Button>
        )}
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}

/** Says that the bank will answer later. */
export function PayUnderWay({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const shown = useSwitch("PAYMENTS");
  return (
    <div className={styles.stack}>
      <Notice tone="notice" title="Your payment is on its way.">
        Your bank has not answered yet. The invoice shows as paid as soon as it does; there is nothing more to
        do.
      </Notice>
      <DialogActions>
        {shown && (
          <Button component={Link} href={`/payments/${paymentId}`} variant="default" onClick={onClose}>
            See payment
          </Button>
        )}
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}

function paidText(numbers: readonly string[]): string {
  if (numbers.length === 0) return "It is available as credit, used first when you pay.";
  if (numbers.length > 3) return `${numbers.length.toLocaleString()} invoices are paid.`;
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(numbers);
  return numbers.length === 1 ? `${list} is paid.` : `${list} are paid.`;
}
