import type { GatewayEventKind } from "../gql/graphql.ts";

const kinds: Record<GatewayEventKind, string> = {
  CHARGE: "Charge",
  REFUND: "Refund",
  DISPUTE: "Dispute",
  PAYOUT: "Payout",
  SETUP: "Card set-up",
};

/** What something that a card processor told happened to. */
export function eventText(kind: GatewayEventKind): string {
  return kinds[kind];
}
