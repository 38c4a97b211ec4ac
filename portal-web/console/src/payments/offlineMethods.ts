import type { PaymentMethodKind } from "../gql/graphql.ts";

/** How money moves without a gateway. */
export const offlineMethods: readonly { value: PaymentMethodKind; label: string }[] = [
  { value: "BANK_TRANSFER", label: "Bank transfer" },
  { value: "CHEQUE", label: "Cheque" },
  { value: "CASH", label: "Cash" },
  { value: "OTHER", label: "Other" },
];
