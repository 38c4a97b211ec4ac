package dev.quittance.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a subject.
 *
 * @param at by the system clock
 * @param on the business day, in the organisation's zone
 * @param actor who did it, by name
 * @param what a verb phrase in the past tense, {@code "invoice posted"}
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        LocalDate on,
        String actor,
        String what,
        @Nullable String reason,
        List<FactChange> changes) {

    /**
     * What is to be noted.
     *
     * @param kind of the subject: CUSTOMER, SUBSCRIPTION, INVOICE, PAYMENT, PLAN…
     * @param customer whose subject it is, if any customer's
     * @param before the facts before, a record or map without secrets; null when there were none
     * @param after the facts after
     * @param reason why, where somebody said so
     */
    public record New(
            String kind,
            UUID subject,
            @Nullable UUID customer,
            String what,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {

        /** Without facts and reason. */
        public New(String kind, UUID subject, @Nullable UUID customer, String what) {
            this(kind, subject, customer, what, null, null, null);
        }
    }
}
