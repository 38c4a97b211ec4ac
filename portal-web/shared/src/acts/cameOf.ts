import type { FragmentType } from "../gql";
import { quoteOf, type ActQuoteFields } from "./actQuote.ts";
import type { Came } from "./useActing.ts";

type Id = { id: string };

/** What an act answers that was not simply done. */
type Otherwise =
  | { __typename: "QuoteStale"; message: string; quote: FragmentType<typeof ActQuoteFields> }
  | { __typename: "ActNeedsConfirmation"; payment: Id; actionUrl: string }
  | { __typename: "ActCharging"; payment: Id }
  | { __typename: "ActDeclined"; message: string }
  | { __typename: "InvalidInput"; message: string; fields?: readonly { message: string }[] }
  | {
      __typename:
        | "ActBeingCharged"
        | "ActNotPossible"
        | "ActOvertaken"
        | "BoundByTerm"
        | "DebtOpen"
        | "KeyReused"
        | "SubscriptionOver"
        | "SubscriptionPaused"
        | "SwitchedOff";
      message: string;
    };

/** What came of an act that was not simply done: another quote, a charge first, or a refusal. */
export function cameOf(answer: Otherwise): Came {
  if (answer.__typename === "QuoteStale") return { stale: quoteOf(answer.quote), message: answer.message };
  if (answer.__typename === "ActNeedsConfirmation")
    return { begun: { paymentId: answer.payment.id, actionUrl: answer.actionUrl } };
  if (answer.__typename === "ActCharging") return { begun: { paymentId: answer.payment.id } };
  if (answer.__typename === "ActDeclined") return { declined: answer.message };
  if (answer.__typename === "InvalidInput" && answer.fields)
    return { refused: answer.fields.map(({ message }) => message).join(" ") };
  return { refused: answer.message };
}
