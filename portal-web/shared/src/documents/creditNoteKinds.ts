/** What a document that gives something back is called. */
export const creditNoteKinds = {
  CREDIT_NOTE: "Credit note",
  CANCELLATION: "Cancellation",
};
