package dev.quittance.collection;

import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open invoice whose charge failed.
 *
 * @param id of its due charge
 * @param state of that
 * @param decline the latest; null while it is tried
 * @param retryOn the day of the next try; null when none is planned
 * @param tries declines so far
 * @param paused neither tried again nor given up until somebody lets it go on
 * @param dunned whether one of its subscriptions is dunned
 * @param end what was done when its last try had passed; null if that is not so
 */
record DunningCase(
        UUID id,
        UUID invoice,
        UUID customer,
        DueCharge.State state,
        @Nullable Decline decline,
        LocalDate failedFirstOn,
        @Nullable LocalDate retryOn,
        int tries,
        boolean paused,
        boolean dunned,
        @Nullable FinalAction end) {

    /** How it stands with it. */
    enum Stage {
        /** It is tried again on days of the schedule. */
        RETRYING,
        /** It was declined for good, and is tried as soon as there is another method. */
        NEEDS_METHOD,
        PAUSED,
        /** It is being charged. */
        TRYING,
        /** Its last try has passed. */
        GIVEN_UP,
        /**
         * None of its subscriptions is dunned any more: it was cancelled, or is charged no more.
         */
        STOPPED
    }

    Stage stage() {
        if (!dunned) {
            return end == null ? Stage.STOPPED : Stage.GIVEN_UP;
        }
        if (state == DueCharge.State.DUE || state == DueCharge.State.CHARGING) {
            return Stage.TRYING;
        }
        if (paused) {
            return Stage.PAUSED;
        }
        return hard() ? Stage.NEEDS_METHOD : Stage.RETRYING;
    }

    /** Whether it was declined for good. */
    boolean hard() {
        return decline != null && decline.kind() == DeclineKind.HARD;
    }
}
