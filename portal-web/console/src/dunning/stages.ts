import type { Tone } from "@quittance/ui/Badge.tsx";
import type { DeclineCode, DunningStage, FinalAction } from "../gql/graphql.ts";

/** How an invoice whose charge failed stands, in words. */
export const stages: Record<DunningStage, { word: string; tone: Tone }> = {
  RETRYING: { word: "Retrying", tone: "attention" },
  NEEDS_METHOD: { word: "Needs a method", tone: "negative" },
  PAUSED: { word: "Paused", tone: "neutral" },
  TRYING: { word: "Charging", tone: "notice" },
  GIVEN_UP: { word: "Given up", tone: "negative" },
  STOPPED: { word: "Stopped", tone: "neutral" },
};

/** Why a charge was declined, in a few words for staff. */
export const declines: Record<DeclineCode, string> = {
  INSUFFICIENT_FUNDS: "Not enough money",
  NOT_CONFIRMED: "Not confirmed in time",
  CONFIRMATION_REFUSED: "Confirmation refused",
  CONFIRMATION_NEEDED: "Bank wants the payer",
  REMOVED: "Method removed",
  EXPIRED: "Card expired",
  LOST_OR_STOLEN: "Lost or stolen",
  REFUSED: "Refused by the bank",
  WRONG_DETAILS: "Wrong card details",
  NOT_SUPPORTED: "Card not for such payments",
  BANK_UNREACHABLE: "Bank not reached",
  AMOUNT_NOT_POSSIBLE: "Amount not possible by card",
  UNKNOWN_METHOD: "Card not known",
};

/** What follows when the last try has passed. */
export const finalActions: Record<FinalAction, string> = {
  UNPAID: "Stop renewing until it is paid",
  CANCEL: "Cancel the subscription",
  NOTHING: "Nothing; the invoice stays open",
};
