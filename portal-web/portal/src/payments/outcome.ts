import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { PaymentQuoteFields } from "./PaymentQuote.tsx";

/** What can come of paying: every member of the union, in the same words for both acts. */
export const PayOutcomeFields = graphql(`
  fragment PayOutcome on PayInvoicesResult {
    __typename
    ... on PaymentSucceeded {
      receipt: payment {
        id
        number
        receiptUrl
        amount {
          amount
          currency
        }
      }
      invoices @include(if: $invoices) {
        id
        number
        status
      }
    }
    ... on PaymentRequiresAction {
      actionUrl
      payment {
        id
      }
    }
    ... on PaymentProcessing {
      payment {
        id
      }
    }
    ... on PaymentDeclined {
      message
      retryable
    }
    ... on PaymentInProgress {
      message
      payment {
        id
        status
      }
    }
    ... on NothingDue {
      message
    }
    ... on PaymentQuoteStale {
      message
      quote @include(if: $invoices) {
        ...PaymentQuote
      }
    }
    ... on PartialPaymentNotAllowed {
      message
    }
    ... on TopUpNotAllowed {
      message
    }
    ... on TopUpOutOfBounds {
      message
    }
    ... on TopUpQuoteStale {
      message
    }
    ... on SwitchedOff {
      message
    }
    ... on KeyReused {
      message
    }
    ... on InvalidInput {
      message
    }
  }
`);

type Receipt = {
  id: string;
  number?: string | null;
  receiptUrl?: string | null;
  amount: { amount: string; currency: string };
};

/** Paid; without a receipt when credit paid all. */
export type Paid = { kind: "paid"; receipt: Receipt | null; invoices: readonly { number?: string | null }[] };

/** Nothing was paid, or nothing more. */
export type Refused = {
  kind: "refused";
  message: string;
  /** The card will never do: another one is to be chosen. */
  anotherCard?: boolean;
  /** A payment begun before that waits for the payer. */
  waiting?: string;
};

/** What the dialog does next. */
export type Outcome =
  | Paid
  | { kind: "processing"; paymentId: string }
  | { kind: "bank"; paymentId: string; actionUrl: string }
  | { kind: "stale"; message: string; quote: FragmentType<typeof PaymentQuoteFields> }
  | Refused;

/** Reads an answer of `payInvoices` or `continuePayment`. */
export function outcomeOf(masked: FragmentType<typeof PayOutcomeFields>): Outcome {
  const answer = getFragmentData(PayOutcomeFields, masked);
  switch (answer.__typename) {
    case "PaymentSucceeded":
      return { kind: "paid", receipt: answer.receipt ?? null, invoices: answer.invoices ?? [] };
    case "PaymentProcessing":
      return { kind: "processing", paymentId: answer.payment.id };
    case "PaymentRequiresAction":
      return { kind: "bank", paymentId: answer.payment.id, actionUrl: answer.actionUrl };
    case "PaymentDeclined":
      return { kind: "refused", message: answer.message, anotherCard: !answer.retryable };
    case "PaymentQuoteStale":
      return answer.quote
        ? { kind: "stale", message: answer.message, quote: answer.quote }
        : { kind: "refused", message: answer.message };
    case "PaymentInProgress":
      return answer.payment.status === "REQUIRES_ACTION"
        ? { kind: "refused", message: answer.message, waiting: answer.payment.id }
        : { kind: "refused", message: answer.message };
    case "NothingDue":
    case "PartialPaymentNotAllowed":
    case "TopUpNotAllowed":
    case "TopUpOutOfBounds":
    case "TopUpQuoteStale":
    case "SwitchedOff":
    case "KeyReused":
    case "InvalidInput":
      return { kind: "refused", message: answer.message };
  }
}
