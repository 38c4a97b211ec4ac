package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingDatesTests {
    private static final int SEQUENCES = 2_000;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # anchor,   count, unit,  n, begins
                    2027-01-31, 1,     MONTH, 0,  2027-01-31
                    2027-01-31, 1,     MONTH, 1,  2027-02-28
                    2027-01-31, 1,     MONTH, 2,  2027-03-31
                    2027-01-31, 1,     MONTH, 3,  2027-04-30
                    2027-01-31, 1,     MONTH, 13, 2028-02-29
                    2027-01-30, 1,     MONTH, 1,  2027-02-28
                    2027-11-30, 3,     MONTH, 1,  2028-02-29
                    2027-11-30, 3,     MONTH, 2,  2028-05-30
                    2024-02-29, 1,     YEAR,  1,  2025-02-28
                    2024-02-29, 1,     YEAR,  3,  2027-02-28
                    2024-02-29, 1,     YEAR,  4,  2028-02-29
                    2024-02-29, 12,    MONTH, 4,  2028-02-29
                    2027-12-27, 1,     WEEK,  1,  2028-01-03
                    2028-02-22, 2,     WEEK,  1,  2028-03-07
                    2028-02-28, 1,     DAY,   2,  2028-03-01
                    2027-03-01, 30,    DAY,   12, 2028-02-24
                    """)
    void periodsAreCountedFromTheAnchor(
            LocalDate anchor, int count, IntervalUnit unit, int n, LocalDate begins) {
        assertThat(BillingDates.date(anchor, new Interval(count, unit), n)).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # anchor,   count, unit,  day,        n
                    2027-01-31, 1,     MONTH, 2027-01-31, 0
                    2027-01-31, 1,     MONTH, 2027-02-27, 0
                    2027-01-31, 1,     MONTH, 2027-02-28, 1
                    2027-01-31, 1,     MONTH, 2027-03-30, 1
                    2027-01-31, 1,     MONTH, 2027-03-31, 2
                    2024-02-29, 1,     YEAR,  2025-02-27, 0
                    2024-02-29, 1,     YEAR,  2025-02-28, 1
                    2024-02-29, 1,     YEAR,  2028-02-28, 3
                    2024-02-29, 1,     YEAR,  2028-02-29, 4
                    2027-03-01, 2,     WEEK,  2027-03-14, 0
                    2027-03-01, 2,     WEEK,  2027-03-15, 1
                    2027-03-01, 1,     DAY,   2027-03-01, 0
                    2027-03-01, 1,     MONTH, 2027-02-28, -1
                    2027-03-01, 1,     MONTH, 2027-02-01, -1
                    2027-03-31, 1,     MONTH, 2027-02-28, -1
                    2027-03-31, 1,     MONTH, 2027-02-27, -2
                    2027-03-01, 3,     MONTH, 2026-12-01, -1
                    2027-03-01, 3,     MONTH, 2026-11-30, -2
                    2027-03-01, 2,     WEEK,  2027-02-15, -1
                    2027-03-01, 2,     WEEK,  2027-02-14, -2
                    """)
    void aDayLiesInOnePeriod(LocalDate anchor, int count, IntervalUnit unit, LocalDate day, int n) {
        assertThat(BillingDates.termOf(anchor, new Interval(count, unit), day)).isEqualTo(n);
    }

    @Test
    void periodsNeitherOverlapNorLeaveAGap() {
        for (var seed = 0; seed < SEQUENCES; seed++) {
            var random = new Random(seed);
            var anchor = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
            var interval =
                    new Interval(
                            1 + random.nextInt(13),
                            IntervalUnit.values()[random.nextInt(IntervalUnit.values().length)]);
            Days before = BillingDates.term(anchor, interval, 0);
            for (var n = 1; n < 30; n++) {
                var term = BillingDates.term(anchor, interval, n);
                assertThat(term.from())
                        .as("seed %d, %s every %s, period %d", seed, anchor, interval, n)
                        .isEqualTo(before.until());
                assertThat(BillingDates.termOf(anchor, interval, term.from())).isEqualTo(n);
                assertThat(BillingDates.termOf(anchor, interval, term.last())).isEqualTo(n);
                before = term;
            }
        }
    }
}
