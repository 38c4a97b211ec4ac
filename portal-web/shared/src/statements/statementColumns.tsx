import { Day, dayText } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import type { Column } from "@quittance/ui/RowTable.tsx";
import type { StatementLineFragment as Line, StatementRowKind } from "../gql/graphql.ts";

const kinds: Record<StatementRowKind, string> = {
  INVOICE: "Invoice",
  SUPPLEMENTARY_INVOICE: "Supplementary invoice",
  CREDIT_NOTE: "Credit note",
  CANCELLATION: "Cancellation",
  PAYMENT: "Payment",
  TOP_UP: "Funds added",
  PAYMENT_REVERSED: "Payment reversed",
  REVERSAL_WON: "Reversal undone",
  REFUND: "Refund",
  REFUND_FAILED: "Refund not sent",
  WRITE_OFF: "Written off",
  RECOVERY: "Owed again",
  OPENING_BALANCE: "Opening balance",
};

/** How the rows of a statement read, in both apps. */
export const statementColumns: readonly [Column<Line>, ...Column<Line>[]] = [
  { header: "Document", cell: ({ kind, number }) => [kinds[kind], number].filter(Boolean).join(" ") },
  { header: "Date", cell: ({ bookedOn }) => <Day value={bookedOn} /> },
  { header: "Details", cell: details },
  { header: "Amount", end: true, card: "beside", cell: amount },
  { header: "Balance", end: true, cell: ({ balance }) => <Money {...balance} /> },
];

/** What helps to recognise it, as far as it is known. */
function details({ reference, dueOn, valueOn }: Line): string | null {
  const known = [
    reference,
    dueOn && `due ${dayText(dueOn)}`,
    valueOn && `value date ${dayText(valueOn)}`,
  ].filter(Boolean);
  return known.length > 0 ? known.join(" · ") : null;
}

/** Below zero it was paid or credited. */
function amount({ charge, credit }: Line) {
  if (charge) return <Money {...charge} />;
  return credit ? <Money {...credit} amount={`-${credit.amount}`} /> : null;
}

/** The page of what a row is about; an opening balance has none. */
export function statementHref({ invoiceId, creditNoteId, paymentId }: Line): string | undefined {
  if (invoiceId) return `/invoices/${invoiceId}`;
  if (creditNoteId) return `/credit-notes/${creditNoteId}`;
  return paymentId ? `/payments/${paymentId}` : undefined;
}
