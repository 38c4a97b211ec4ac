import type { InvoiceAct } from "../gql/graphql.ts";
import { AddChargeDialog } from "./AddChargeDialog.tsx";
import { CancelInvoiceDialog } from "./CancelInvoiceDialog.tsx";
import { CreditDialog } from "./CreditDialog.tsx";
import { ReissueDialog } from "./ReissueDialog.tsx";

/** Acts that ask first. */
export type Correction = "ADD_CHARGE" | "CREDIT" | "CANCEL" | "REISSUE";

type Props = {
  act: Correction;
  invoice: {
    id: string;
    number?: string | null | undefined;
    customer: { id: string };
    amountDue: { currency: string };
    possibleActs: readonly InvoiceAct[];
  };
  onClose: () => void;
};

/** Asks what the chosen act needs to know. */
export function CorrectionDialog({ act, invoice, onClose }: Props) {
  switch (act) {
    case "ADD_CHARGE":
      return (
        <AddChargeDialog
          invoice={invoice}
          currency={invoice.amountDue.currency}
          discountable={invoice.possibleActs.includes("ADD_DISCOUNT")}
          onClose={onClose}
        />
      );
    case "CREDIT":
      return <CreditDialog invoice={invoice} onClose={onClose} />;
    case "CANCEL":
      return <CancelInvoiceDialog invoice={invoice} onClose={onClose} />;
    case "REISSUE":
      return <ReissueDialog invoice={invoice} onClose={onClose} />;
  }
}
