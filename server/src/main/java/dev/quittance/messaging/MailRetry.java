package dev.quittance.messaging;

import dev.quittance.platform.Problem;
import java.util.UUID;

/** What comes of trying a mail again. */
sealed interface MailRetry {

    record MailQueuedAgain(UUID id) implements MailRetry {}

    /** It is on its way, was sent, or is only kept. */
    record MailNotFailed(String message) implements MailRetry, Problem {}
}
