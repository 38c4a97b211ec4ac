package dev.quittance.payments;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What is to be done next about a charge that has no outcome, also by a worker who knows nothing
 * else.
 */
sealed interface ChargeStep {

    /**
     * Gateways forget keys after 24 hours; what is not confirmed an hour before that is dropped.
     */
    Duration DROPPED_AFTER = Duration.ofHours(23);

    /** Ask the gateway for the charge, then take the money. */
    record Create() implements ChargeStep {}

    /** An answer may have got lost: take the charge the gateway made, or ask for it. */
    record Recall() implements ChargeStep {}

    /** Take the money of a charge made before. */
    record Confirm(String reference) implements ChargeStep {}

    /** See what has become of it. */
    record Look(String reference) implements ChargeStep {}

    /** Too old: give it up, if the gateway knows it at all. */
    record Drop() implements ChargeStep {}

    /** Decides from what was committed; never from what a worker may have done since. */
    static ChargeStep next(PaymentAttempt attempt, Instant now) {
        var old = !now.isBefore(attempt.createdAt().plus(DROPPED_AFTER));
        return switch (attempt.state()) {
            case PLANNED -> old ? new Drop() : attempt.tries() > 1 ? new Recall() : new Create();
            case CALLING -> old ? new Drop() : new Confirm(reference(attempt));
            case REQUIRES_ACTION -> old ? new Drop() : new Look(reference(attempt));
            // A bank debit takes days; only the gateway ends it.
            case PROCESSING, SUCCEEDED, DECLINED -> new Look(reference(attempt));
        };
    }

    private static String reference(PaymentAttempt attempt) {
        return requireNonNull(attempt.reference(), "reference of an attempt the gateway knows");
    }
}
