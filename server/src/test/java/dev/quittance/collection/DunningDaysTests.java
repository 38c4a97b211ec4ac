package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T16")
class DunningDaysTests {
    private static final LocalDate FAILED = LocalDate.of(2028, 2, 27);

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    TODAY,      NEXT
                    2028-02-27, 2028-02-28
                    2028-02-28, 2028-03-01
                    2028-02-29, 2028-03-01
                    2028-03-01, 2028-03-03
                    2028-03-03, 2028-03-05
                    2028-03-05, 2028-03-12
                    2028-03-11, 2028-03-12
                    2028-03-12, -
                    """)
    void isTriedOnTheNextDayOfTheSchedule(LocalDate today, LocalDate next) {
        assertThat(rule(1, 3, 5, 7, 14).nextRetry(FAILED, today)).isEqualTo(next);
    }

    @Test
    void isGivenUpOnTheDayAfterTheLastTry() {
        assertThat(rule(1, 3, 5, 7, 14).givenUpOn(FAILED)).isEqualTo("2028-03-13");
        assertThat(rule().givenUpOn(FAILED)).isEqualTo("2028-02-28");
    }

    private static DunningRule rule(Integer... retries) {
        return new DunningRule(
                new UUID(0, 4), null, null, List.of(retries), List.of(), FinalAction.UNPAID);
    }
}
