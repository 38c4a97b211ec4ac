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
        amount {
          amount
          currency
        }
      }
      invoices {
        id
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
    }
    ... on NothingDue {
      message
    }
    ... on PaymentQuoteStale {
      message
      quote {
        ...PaymentQuote
      }
    }
    ... on KeyReused {
      message
    }
    ... on InvalidInput {
      message
    }
  }
`);

/** The end of a payment, well or still on its way. */
export type Finished = {
  kind: "finished";
  paid: boolean;
  receipt: { id: string; number?: string | null; amount: { amount: string; currency: string } } | null;
};

/** What the dialog does next. */
export type Outcome =
  | Finished
  | { kind: "bank"; paymentId: string; actionUrl: string }
  | { kind: "stale"; message: string; quote: FragmentType<typeof PaymentQuoteFields> }
  | { kind: "refused"; message: string };

/** Reads an answer of `payInvoices` or `continuePayment`. */
export function outcomeOf(masked: FragmentType<typeof PayOutcomeFields>): Outcome {
  const answer = getFragmentData(PayOutcomeFields, masked);
  switch (answer.__typename) {
    case "PaymentSucceeded":
      return { kind: "finished", paid: true, receipt: answer.receipt ?? null };
    case "PaymentProcessing":
      return { kind: "finished", paid: false, receipt: null };
    case "PaymentRequiresAction":
      return { kind: "bank", paymentId: answer.payment.id, actionUrl: answer.actionUrl };
    case "PaymentDeclined":
      return {
        kind: "refused",
        message: answer.retryable ? answer.message : `${answer.message} Please pay with another card.`,
      };
    case "PaymentQuoteStale":
      return { kind: "stale", message: answer.message, quote: answer.quote };
    case "PaymentInProgress":
    case "NothingDue":
    case "KeyReused":
    case "InvalidInput":
      return { kind: "refused", message: answer.message };
  }
}
