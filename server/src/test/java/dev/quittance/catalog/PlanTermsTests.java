package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTermsTests {

    @Test
    void theUsualTermsHaveNoFault() {
        var faults = new Faults();

        PlanTerms.USUAL.check(faults, "terms");

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

        new PlanTerms(trial, TrialEndPolicy.EXPIRE, cycles, ProrationMode.FULL, months, notice)
                .check(faults, "terms");

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {fault});
    }
}
