package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days late fees are made. */
class LateFeeDaysTests {
    private static final LocalDate DUE = LocalDate.parse("2026-01-31");
    private static final LateFeeDays DAILY = new LateFeeDays(1, 1, 24);
    private static final LateFeeDays THREE = new LateFeeDays(14, 30, 3);

    @Test
    void everyStepCountsFromTheDueDate() {
        assertThat(THREE.day(DUE, 1)).isEqualTo("2026-02-14");
        assertThat(THREE.day(DUE, 2)).isEqualTo("2026-03-16");
        assertThat(THREE.day(DUE, 3)).isEqualTo("2026-04-15");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, ",
        "2026-02-14, 1",
        "2026-03-15, 1",
        "2026-03-16, 2",
        "2026-04-14, 2",
        "2026-04-15, 3",
        // no more than three
        "2026-05-15, 3",
        "2027-12-31, 3"
    })
    void aStepHasComeOnItsDayAndNoMoreComeThanAreSet(LocalDate day, Integer step) {
        assertThat(step(THREE, DUE, day)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        // the rule began to hold before the first step, on it, after it, on the second, after the
        // last
        "2026-02-13, 2026-02-14, 1",
        "2026-02-14, 2026-02-14, 1",
        "2026-02-15, 2026-02-15, ",
        "2026-02-15, 2026-03-16, 2",
        "2026-03-16, 2026-03-16, 2",
        "2026-03-17, 2026-04-14, ",
        "2026-03-17, 2026-04-15, 3",
        "2026-04-16, 2027-12-31, "
    })
    void stepsBeforeTheRuleHeldAreLeftOutAndCount(LocalDate since, LocalDate day, Integer step) {
        assertThat(step(THREE, since, day)).isEqualTo(step);
    }

    @Test
    void daysAreCountedOverALeapDay() {
        var due = LocalDate.parse("2028-02-28");
        assertThat(step(DAILY, due, due, LocalDate.parse("2028-02-29"))).isEqualTo(1);
        assertThat(step(DAILY, due, due, LocalDate.parse("2028-03-01"))).isEqualTo(2);
    }

    private static @Nullable Integer step(LateFeeDays days, LocalDate since, LocalDate day) {
        return step(days, DUE, since, day);
    }

    private static @Nullable Integer step(
            LateFeeDays days, LocalDate due, LocalDate since, LocalDate day) {
        var step = days.step(due, since, day);
        return step.isPresent() ? step.getAsInt() : null;
    }
}
