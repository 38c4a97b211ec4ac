package dev.quittance.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that went out, or would have.
 *
 * @param text as the console shows it
 * @param failure the last refusal of the mail server
 * @param enclosure the document whose PDF is attached
 */
record Mail(
        UUID id,
        List<String> to,
        String subject,
        String text,
        MailStatus status,
        @Nullable String failure,
        @Nullable UUID customerId,
        @Nullable UUID invoiceId,
        @Nullable Enclosure enclosure,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** The same mail with another text. */
    Mail showing(String shown) {
        return new Mail(
                id,
                to,
                subject,
                shown,
                status,
                failure,
                customerId,
                invoiceId,
                enclosure,
                createdAt,
                sentAt);
    }
}
