package dev.quittance.contracting;

import dev.quittance.platform.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A charge that is made before what it pays for, a draft, is billed.
 *
 * @param act what is done once the money has come in
 * @param total of the draft with tax, as it was when the charge began
 * @param payment the latest that was begun for it
 * @param asksPayer whether the payer is asked to confirm it
 * @param asked who wants the act and what they were shown; null for what the calendar does
 */
record DraftCharge(
        UUID id,
        UUID customer,
        UUID subscription,
        Act act,
        Money total,
        UUID payment,
        boolean asksPayer,
        @Nullable Asked asked) {

    /** What is charged first and happens only with the money. */
    enum Act {
        /** The first period after a trial is billed. */
        TRIAL_END,
        /** A trial is cut short. */
        ACTIVATE,
        RESUME,
        /** It consists of something else, at once. */
        CHANGE,
        REACTIVATE
    }

    /**
     * An act that a contact asked for.
     *
     * @param on the business day from which it holds
     * @param wish its input without key and token, as JSON
     * @param by whoever asked
     * @param at the instant on that day from which it holds; null in what was asked for before
     *     there was one
     * @param shown the amounts that were shown and are charged, as JSON
     */
    record Asked(LocalDate on, String wish, Caller by, String shown, @Nullable Instant at) {}
}
