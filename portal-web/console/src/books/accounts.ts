import type { Account, Booking, SourceKind } from "../gql/graphql.ts";

/** The accounts in words. */
export const accounts: Record<Account, string> = {
  RECEIVABLE: "Receivables",
  REVENUE: "Revenue",
  TAX_PAYABLE: "Tax payable",
  CUSTOMER_CREDIT: "Customer credit",
  CLEARING: "Clearing",
  REFUND_PENDING: "Refunds pending",
  FEES: "Gateway fees",
  BANK: "Bank",
  BAD_DEBT: "Bad debt",
  ROUNDING: "Rounding",
  OPENING: "Opening balances",
};

/** Why money moved, in words. */
export const bookings: Record<Booking, string> = {
  INVOICE_LINE: "Invoice line",
  INVOICE_TAX: "Invoice tax",
  INVOICE_ROUNDING: "Invoice rounding",
  CREDIT_LINE: "Credited line",
  CREDIT_TAX: "Credited tax",
  CREDIT_ROUNDING: "Credited rounding",
  PAYMENT_RECEIVED: "Payment received",
  PAYMENT_REVERSED: "Payment reversed",
  REVERSAL_WON: "Reversal won",
  ALLOCATED: "Allocated",
  ALLOCATION_UNDONE: "Allocation undone",
  REFUND_BEGUN: "Refund begun",
  REFUND_SETTLED: "Refund settled",
  REFUND_FAILED: "Refund failed",
  REFUND_RETURNED: "Refund came back",
  GATEWAY_FEE: "Gateway fee",
  GATEWAY_FEE_RETURNED: "Gateway fee returned",
  PAYOUT: "Payout",
  PAYOUT_RETURNED: "Payout returned",
  BANK_CAME_IN: "Came in at the bank",
  BANK_WENT_OUT: "Left the bank",
  WRITTEN_OFF: "Written off",
  RECOVERED: "Recovered",
  OPENING_RECEIVABLE: "Opening receivable",
  OPENING_CREDIT: "Opening credit",
};

/** The documents behind transfers, as filters name them. */
export const sourceKinds: Record<SourceKind, string> = {
  INVOICE: "Invoices",
  CREDIT_NOTE: "Credit notes",
  CANCELLATION: "Cancellations",
  PAYMENT: "Payments",
  ALLOCATION: "Allocations",
  REFUND: "Refunds",
  PAYOUT: "Payouts",
  DISPUTE: "Disputes",
  BANK_ENTRY: "Bank entries",
  WRITE_OFF: "Write-offs",
  OPENING: "Opening balances",
};

/** The pages of what a difference or a transfer leads to. */
const pages: Record<string, string> = {
  INVOICE: "/invoices/",
  CREDIT_NOTE: "/credit-notes/",
  CANCELLATION: "/credit-notes/",
  PAYMENT: "/payments/",
  RECEIPT: "/payments/",
  PAYOUT: "/payouts/",
  DISPUTE: "/disputes/",
  CUSTOMER: "/customers/",
};

/** Where a thing of the books is looked at; undefined for what has no page. */
export function pageOf(kind: string, id: string | null | undefined): string | undefined {
  const page = pages[kind];
  return page && id ? page + id : undefined;
}

/** The account ledger with these filters. */
export function ledgerHref(filter: Record<string, string | null | undefined>): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/books/ledger?${new URLSearchParams(given).toString()}`;
}
