import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import type { Finished } from "./outcome.ts";
import styles from "./PaymentQuote.module.css";

type Props = { outcome: Finished; onClose: () => void };

/** Says how it ended, with the receipt at hand. */
export function PayOutcome({ outcome: { paid, receipt }, onClose }: Props) {
  return (
    <div className={styles.stack}>
      {paid ? (
        <Notice tone="positive" title="Paid.">
          {receipt ? `${moneyText(receipt.amount)} has been charged.` : "Your credit has paid it."}
        </Notice>
      ) : (
        <Notice tone="notice" title="On its way.">
          Your bank has not answered yet. The invoice shows as paid as soon as it does; there is nothing more
          to do.
        </Notice>
      )}
      <DialogActions>
        {receipt && (
          <Button component={Link} href={`/payments/${receipt.id}`} variant="default" onClick={onClose}>
            See receipt {receipt.number}
          </Button>
        )}
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}
