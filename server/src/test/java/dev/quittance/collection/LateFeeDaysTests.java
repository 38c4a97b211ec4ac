package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** On which days late fees are made. */
class LateFeeDaysTests {
    private static final LocalDate DUE = LocalDate.parse("2026-01-31");
    private static final LateFeeDays THREE = new LateFeeDays(14, 30, 3);

    @Test
    void everyStepCountsFromTheDueDate() {
        assertThat(THREE.day(DUE, 1)).isEqualTo("2026-02-14");
        assertThat(THREE.day(DUE, 2)).isEqualTo("2026-03-16");
        assertThat(THREE.day(DUE, 3)).isEqualTo("2026-04-15");
    }

    @Test
    void aStepHasComeOnItsDayAndNoMoreComeThanAreSet() {
        assertThat(THREE.steps(DUE, DUE, LocalDate.parse("2026-02-13"))).isEmpty();
        assertThat(THREE.steps(DUE, DUE, LocalDate.parse("2026-02-14"))).containsExactly(1);
        assertThat(THREE.steps(DUE, DUE, LocalDate.parse("2026-03-15"))).containsExactly(1);
        assertThat(THREE.steps(DUE, DUE, LocalDate.parse("2026-03-16"))).containsExactly(1, 2);
        assertThat(THREE.steps(DUE, DUE, LocalDate.parse("2027-12-31"))).containsExactly(1, 2, 3);
    }

    @Test
    void stepsBeforeTheRuleHeldAreLeftOutAndCount() {
        var since = LocalDate.parse("2026-03-16");
        assertThat(THREE.steps(DUE, since, since)).containsExactly(2);
        assertThat(THREE.steps(DUE, since.plusDays(1), LocalDate.parse("2027-12-31")))
                .containsExactly(3);
    }

    @Test
    void onceIsOnce() {
        var once = LateFeeDays.once(1);
        assertThat(once.steps(DUE, DUE, DUE)).isEmpty();
        assertThat(once.steps(DUE, DUE, DUE.plusDays(400))).containsExactly(1);
    }
}
