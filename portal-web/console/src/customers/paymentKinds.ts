import type { PaymentKind } from "../gql/graphql.ts";

/** How a customer pays, in words. */
export const paymentKinds: Record<PaymentKind, string> = {
  INVOICE: "By invoice",
  CARD: "By card",
  FREE: "Free of charge",
};
