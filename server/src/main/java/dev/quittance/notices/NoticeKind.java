package dev.quittance.notices;

/** What a notice is of. */
enum NoticeKind {
    /** A card or account was charged. What staff entered by hand is none. */
    PAYMENT_RECEIVED,
    /** A charge was declined or never confirmed. */
    PAYMENT_FAILED,
    /** A payer's bank took money back. */
    PAYMENT_DISPUTED,
    /** Money went back that was asked for at the gateway itself, not here. */
    REFUND_FOUND
}
