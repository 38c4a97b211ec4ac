import type { TakeOverField, TakeOverKind } from "../gql/graphql.ts";

/** What the rows of a file are. */
export const kindTexts: Record<TakeOverKind, string> = {
  OPEN_INVOICES: "Open invoices",
  OPENING_BALANCES: "Opening balances",
  NEXT_BILLING_DATES: "Next billing dates",
};

/** So many rows, in words. */
export function rowsText(count: number) {
  return `${count.toLocaleString()} ${count === 1 ? "row" : "rows"}`;
}

const fieldTexts: Record<TakeOverField, string> = {
  CUSTOMER: "Customer (id or email)",
  SUBSCRIPTION: "Subscription's number",
  NUMBER: "Old number",
  ISSUED_ON: "Issue date",
  DUE_ON: "Due date",
  CURRENCY: "Currency",
  TOTAL: "Total with tax",
  OPEN: "Still open",
  NET: "Net",
  TAX_RATE: "Tax rate in percent",
  TAX: "Tax",
  NET_2: "Net at a second rate",
  TAX_RATE_2: "Second tax rate in percent",
  TAX_2: "Tax at the second rate",
  PAYMENT_REFERENCE: "Payment reference",
  DESCRIPTION: "Description",
  AMOUNT: "Amount (credit above zero)",
  AS_OF: "As of",
  NEXT_BILLING_ON: "First day billed here",
  IGNORE: "Leave out",
};

const fieldsOf: Record<TakeOverKind, readonly TakeOverField[]> = {
  OPEN_INVOICES: [
    "CUSTOMER",
    "NUMBER",
    "ISSUED_ON",
    "DUE_ON",
    "CURRENCY",
    "TOTAL",
    "OPEN",
    "NET",
    "TAX_RATE",
    "TAX",
    "NET_2",
    "TAX_RATE_2",
    "TAX_2",
    "PAYMENT_REFERENCE",
    "DESCRIPTION",
    "IGNORE",
  ],
  OPENING_BALANCES: ["CUSTOMER", "AMOUNT", "CURRENCY", "AS_OF", "DESCRIPTION", "IGNORE"],
  NEXT_BILLING_DATES: ["CUSTOMER", "SUBSCRIPTION", "NEXT_BILLING_ON", "IGNORE"],
};

/** What a column of such a file may hold. */
export function choicesOf(kind: TakeOverKind) {
  return fieldsOf[kind].map((value) => ({ value, label: fieldTexts[value] }));
}
