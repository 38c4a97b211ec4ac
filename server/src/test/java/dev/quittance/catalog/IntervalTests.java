package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTests {

    @ParameterizedTest(name = "{3} × {1} {2} after {0} is {4}")
    @CsvSource(
            textBlock =
                    """
                    2027-01-31, 1, MONTH, 0,  2027-01-31
                    2027-01-31, 1, MONTH, 1,  2027-02-28
                    2027-01-31, 1, MONTH, 2,  2027-03-31
                    2028-01-31, 1, MONTH, 1,  2028-02-29
                    2024-02-29, 1, YEAR,  1,  2025-02-28
                    2024-02-29, 1, YEAR,  4,  2028-02-29
                    2027-01-31, 3, MONTH, 1,  2027-04-30
                    2027-12-28, 2, WEEK,  1,  2028-01-11
                    2028-02-28, 1, DAY,   2,  2028-03-01
                    2027-01-01, 120, MONTH, 2, 2047-01-01
                    """)
    void aDay(LocalDate anchor, int count, IntervalUnit unit, int terms, LocalDate expected) {
        assertThat(new Interval(count, unit).after(anchor, terms)).isEqualTo(expected);
    }
}
