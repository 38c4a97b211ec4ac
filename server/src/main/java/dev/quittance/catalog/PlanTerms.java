package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import org.jspecify.annotations.Nullable;

/**
 * How subscriptions of a plan run.
 *
 * @param trial for how long it may be tried before it is paid for; null for not at all
 * @param billingCycles after so many billed periods it expires; null for never
 * @param minimumTermMonths for how long the customer is bound; null for not at all
 * @param noticeDays between saying so and the end of the term that is cancelled for
 */
public record PlanTerms(
        @Nullable Interval trial,
        TrialEndPolicy trialEndPolicy,
        @Nullable Integer billingCycles,
        ProrationMode proration,
        @Nullable Integer minimumTermMonths,
        int noticeDays) {

    public static final int MOST_CYCLES = 1200;
    public static final int LONGEST_TERM = 600;
    public static final int LONGEST_NOTICE = 365;

    /** Of a plan that is paid for from the first day on, without end, and binds nobody. */
    public static final PlanTerms USUAL =
            new PlanTerms(null, TrialEndPolicy.INVOICE, null, ProrationMode.BY_DAY, null, 0);

    void check(Faults faults, String path) {
        if (trial != null) {
            trial.check(faults, path + ".trial");
        }
        within(faults, path + ".billingCycles", billingCycles, 1, MOST_CYCLES);
        within(faults, path + ".minimumTermMonths", minimumTermMonths, 1, LONGEST_TERM);
        within(faults, path + ".noticeDays", noticeDays, 0, LONGEST_NOTICE);
    }

    private static void within(
            Faults faults, String path, @Nullable Integer number, int least, int most) {
        faults.check(
                number == null || (number >= least && number <= most),
                path,
                "must be between %d and %d".formatted(least, most));
    }
}
