import type { DisputeReason } from "../gql/graphql.ts";

/** Why a payer disputes, in words. */
export const disputeReasons: Record<DisputeReason, string> = {
  FRAUDULENT: "Somebody else used the card",
  NOT_RECEIVED: "Not received",
  NOT_AS_DESCRIBED: "Not as described",
  DUPLICATE: "Charged twice",
  SUBSCRIPTION_CANCELLED: "Subscription was cancelled",
  CREDIT_NOT_PROCESSED: "A promised refund did not come",
  OTHER: "Another reason",
};
