package dev.quittance.banking;

/** What speaks for a suggestion, or what it is about. */
enum SuggestionKind {
    REFERENCE,
    PAYER,
    RECORDED,
    PAYOUT,
    REFUND,
    RETURN
}
