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
 * @param billingDay of the month on which periods begin, 31 for the last; null for that of the
 *     first paid day
 * @param paidSupport whether it sells support, which is neither billed by days nor tried
 * @param leadDays so many days before they begin periods are billed, but for the first
 * @param chargedIn when periods are billed
 */
public record PlanTerms(
        @Nullable Interval trial,
        TrialEndPolicy trialEndPolicy,
        @Nullable Integer billingCycles,
        ProrationMode proration,
        @Nullable Integer minimumTermMonths,
        int noticeDays,
        @Nullable Integer billingDay,
        boolean paidSupport,
        int leadDays,
        ChargeTime chargedIn) {

    public static final int MOST_CYCLES = 1200;
    public static final int LONGEST_TERM = 600;
    public static final int LONGEST_NOTICE = 365;
    public static final int LAST_DAY = 31;
    public static final int FURTHEST_AHEAD = 28;

    /** Of a plan that is paid for from the first day on, without end, and binds nobody. */
    public static final PlanTerms USUAL =
            new PlanTerms(
                    null,
                    TrialEndPolicy.INVOICE,
                    null,
                    ProrationMode.BY_DAY,
                    null,
                    0,
                    null,
                    false,
                    0,
                    ChargeTime.ADVANCE);

    /**
     * @param interval of the plan
     */
    void check(Faults faults, String path, Interval interval) {
        if (trial != null) {
            trial.check(faults, path + ".trial");
        }
        within(faults, path + ".billingCycles", billingCycles, 1, MOST_CYCLES);
        within(faults, path + ".minimumTermMonths", minimumTermMonths, 1, LONGEST_TERM);
        within(faults, path + ".noticeDays", noticeDays, 0, LONGEST_NOTICE);
        within(faults, path + ".billingDay", billingDay, 1, LAST_DAY);
        faults.check(
                billingDay == null || interval.ofMonths(),
                path + ".billingDay",
                "is for plans that are billed by months or years");
        faults.check(
                proration != ProrationMode.FIXED_30 || interval.ofMonths(),
                path + ".proration",
                "by months of 30 days is for plans that are billed by months or years");
        within(faults, path + ".leadDays", leadDays, 0, FURTHEST_AHEAD);
        faults.check(
                leadDays == 0 || leadDays < interval.leastDays(),
                path + ".leadDays",
                "must be less than the days of a period");
        faults.check(
                leadDays == 0 || chargedIn == ChargeTime.ADVANCE,
                path + ".leadDays",
                "must be 0 for periods that are billed when they are over");
        if (paidSupport) {
            faults.check(
                    interval.unit() != IntervalUnit.DAY,
                    "interval.unit",
                    "can't be days for paid support");
            faults.check(trial == null, path + ".trial", "is not for paid support");
        }
    }

    private static void within(
            Faults faults, String path, @Nullable Integer number, int least, int most) {
        faults.check(
                number == null || (number >= least && number <= most),
                path,
                "must be between %d and %d".formatted(least, most));
    }
}
