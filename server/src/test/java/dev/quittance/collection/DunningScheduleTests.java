package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T16")
class DunningScheduleTests {

    @ParameterizedTest(name = "failed first on {0}, on {1}: {2}")
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    FIRST,      TODAY,      NEXT
                    2028-02-27, 2028-02-27, 2028-02-28
                    2028-02-27, 2028-02-28, 2028-03-01
                    2028-02-27, 2028-02-29, 2028-03-01
                    2028-02-27, 2028-03-01, 2028-03-03
                    2028-02-27, 2028-03-03, 2028-03-05
                    2028-02-27, 2028-03-05, 2028-03-12
                    2028-02-27, 2028-03-11, 2028-03-12
                    2028-02-27, 2028-03-12, -
                    """)
    void isTriedOnTheNextDayOfTheSchedule(LocalDate first, LocalDate today, LocalDate next) {
        assertThat(DunningSchedule.next(first, today)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"2028-03-12, 2028-02-26", "2028-03-13, 2028-02-27"})
    void isOverOnTheDayAfterTheLastTry(LocalDate day, LocalDate first) {
        assertThat(DunningSchedule.over(day)).isEqualTo(first);
    }
}
