package dev.quittance.collection;

/** What becomes of the subscriptions of an invoice whose last try has passed unpaid. */
enum FinalAction {
    /** They are served and billed no more until it is paid. */
    UNPAID,
    /** They end. */
    CANCEL,
    /** They go on; the invoice stays open. */
    NOTHING
}
