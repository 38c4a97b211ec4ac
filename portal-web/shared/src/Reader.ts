/** Who is spoken to: the customer whose money it is, or the merchant's staff. */
export type Reader = "customer" | "staff";
