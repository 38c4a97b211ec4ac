package dev.quittance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCalendarTests {

    @ParameterizedTest
    @CsvSource({
        "2028-02-29, 2027-08-01, 29",
        "2027-01-01, 2026-07-01, 25",
        "2027-03-31, 2026-09-01, 29",
        "2027-05-15, 2026-11-01, 27",
    })
    void theStoryEndsToday(LocalDate today, LocalDate began, int days) {
        var calendar = DemoCalendar.until(today);
        assertThat(calendar.began()).isEqualTo(began);
        assertThat(calendar.days())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(days)
                .endsWith(today)
                .startsWith(began);
    }

    @ParameterizedTest
    @CsvSource({"2028-02-29", "2027-01-01", "2027-03-31"})
    void everybodyHasComeBeforeToday(LocalDate today) {
        var calendar = DemoCalendar.until(today);
        assertThat(DemoCustomers.ALL)
                .allMatch(customer -> calendar.days().contains(calendar.start(customer)));
    }
}
