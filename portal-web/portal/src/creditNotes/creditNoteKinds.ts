import type { CreditNoteKind } from "../gql/graphql.ts";

/** What a document that gives something back is called. */
export const creditNoteKinds: Record<CreditNoteKind, string> = {
  CREDIT_NOTE: "Credit note",
  CANCELLATION: "Cancellation",
};
