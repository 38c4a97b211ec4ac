package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTermsTests {
    private static final Interval MONTHLY = new Interval(1, IntervalUnit.MONTH);

    @Test
    void theUsualTermsHaveNoFault() {
        var faults = new Faults();

        PlanTerms.USUAL.check(faults, "terms", MONTHLY);

        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # trial days, cycles, months, notice, fault
                    1,            1,      1,      0,      ''
                    120,          1200,   600,    365,    ''
                    ,             ,       ,       30,     ''
                    0,            1,      1,      0,      terms.trial.count
                    121,          1,      1,      0,      terms.trial.count
                    1,            0,      1,      0,      terms.billingCycles
                    1,            1201,   1,      0,      terms.billingCycles
                    1,            1,      0,      0,      terms.minimumTermMonths
                    1,            1,      601,    0,      terms.minimumTermMonths
                    1,            1,      1,      -1,     terms.noticeDays
                    1,            1,      1,      366,    terms.noticeDays
                    """)
    void everyFigureHasItsBounds(
            @Nullable Integer trialDays,
            @Nullable Integer cycles,
            @Nullable Integer months,
            int notice,
            String fault) {
        var faults = new Faults();
        var trial = trialDays == null ? null : new Interval(trialDays, IntervalUnit.DAY);

        new PlanTerms(
                        trial,
                        TrialEndPolicy.EXPIRE,
                        cycles,
                        ProrationMode.FULL,
                        months,
                        notice,
                        null,
                        false,
                        0,
                        ChargeTime.ADVANCE)
                .check(faults, "terms", MONTHLY);

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {fault});
    }

    @ParameterizedTest
    @Tag("B16")
    @Tag("B17")
    @CsvSource(
            textBlock =
                    """
                    # every, billing day, days ahead, proration, support, trial, faults
                    1 MONTH, 1,           0,          BY_DAY,    false,   true,  ''
                    1 MONTH, 31,          27,         FIXED_30,  true,    false, ''
                    1 MONTH, 0,           0,          BY_DAY,    false,   false, terms.billingDay
                    1 MONTH, 32,          0,          BY_DAY,    false,   false, terms.billingDay
                    2 WEEK,  1,           0,          BY_DAY,    false,   false, terms.billingDay
                    1 MONTH, ,            -1,         BY_DAY,    false,   false, terms.leadDays
                    1 MONTH, ,            28,         BY_DAY,    false,   false, terms.leadDays
                    1 YEAR,  ,            28,         BY_DAY,    false,   false, ''
                    1 WEEK,  ,            7,          BY_DAY,    false,   false, terms.leadDays
                    2 WEEK,  ,            7,          FIXED_30,  false,   false, terms.proration
                    30 DAY,  ,            0,          BY_DAY,    true,    false, interval.unit
                    1 MONTH, ,            0,          BY_DAY,    true,    true,  terms.trial
                    1 DAY,   ,            0,          BY_DAY,    true,    true,  interval.unit terms.trial
                    """)
    void whatThePlansPeriodsDoNotBearIsRefusedByField(
            String every,
            @Nullable Integer billingDay,
            int leadDays,
            ProrationMode proration,
            boolean paidSupport,
            boolean tried,
            String found) {
        var faults = new Faults();
        var parts = every.split(" ");
        var interval = new Interval(Integer.parseInt(parts[0]), IntervalUnit.valueOf(parts[1]));

        new PlanTerms(
                        tried ? new Interval(14, IntervalUnit.DAY) : null,
                        TrialEndPolicy.INVOICE,
                        null,
                        proration,
                        null,
                        0,
                        billingDay,
                        paidSupport,
                        leadDays,
                        ChargeTime.ADVANCE)
                .check(faults, "terms", interval);

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }
}
