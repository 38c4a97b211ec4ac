package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClockIntegrationTests extends IntegrationTest {

    @Test
    void theClockTellsTheBusinessDay() {
        asStaff()
                .document("{ clock { today movable movingTo } }")
                .execute()
                .path("clock.today")
                .entity(LocalDate.class)
                .isEqualTo(clock.today())
                .path("clock.movable")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("clock.movingTo")
                .valueIsNull();
    }

    @Test
    void movingRunsDueWorkOnTheWay() {
        var target = clock.today().plusDays(3);

        clock.moveTo(target);

        assertThat(clock.today()).isEqualTo(target);
    }
}
