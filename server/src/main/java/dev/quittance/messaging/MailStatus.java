package dev.quittance.messaging;

/** Where a mail stands. */
enum MailStatus {
    QUEUED,
    SENT,
    /** No mail server is set up: it can be read in the console. */
    KEPT,
    /** Given up after ten tries. */
    FAILED
}
