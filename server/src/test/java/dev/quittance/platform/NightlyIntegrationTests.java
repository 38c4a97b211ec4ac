package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightlyIntegrationTests extends IntegrationTest {
    @Autowired private Nightly nightly;
    @Autowired private BusinessClock businessClock;

    @BeforeEach
    void forget() {
        NotedWork.RUNS.clear();
        NotedWork.FAILURES.set(0);
    }

    @Test
    @Order(1)
    void theNightRunsTodayOnce() {
        clock.runDueWork();
        clock.runDueWork();

        assertThat(NotedWork.RUNS)
                .containsExactly(
                        "test downstairs 2030-01-01 today 2030-01-01",
                        "test upstairs 2030-01-01 today 2030-01-01");
    }

    @Test
    @Order(2)
    void theMovedClockRunsDayByDayAndFloorByFloor() {
        clock.moveTo("2030-01-03");

        assertThat(NotedWork.RUNS)
                .containsExactly(
                        "test downstairs 2030-01-02 today 2030-01-02",
                        "test upstairs 2030-01-02 today 2030-01-02",
                        "test downstairs 2030-01-03 today 2030-01-03",
                        "test upstairs 2030-01-03 today 2030-01-03");
        var state = businessClock.state().block();
        assertThat(state.movingTo()).isNull();
        assertThat(state.workDoneThrough()).isEqualTo("2030-01-03");
    }

    @Test
    @Order(3)
    void workThatFailedIsDoneWhenTriedAgainAndNothingRunsAheadOfIt() {
        NotedWork.FAILURES.set(1);
        assertThatThrownBy(() -> clock.moveTo("2030-01-04"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(NotedWork.RUNS).isEmpty();

        clock.runDueWork();

        assertThat(NotedWork.RUNS).hasSize(2);
        assertThat(clock.today()).isEqualTo("2030-01-04");
    }

    @Test
    @Order(4)
    void afterAnOutageEveryMissedDayIsMadeUpFor() {
        db.sql("update business_clock set ahead_days = ahead_days + 3").then().block();

        clock.runDueWork();

        assertThat(NotedWork.RUNS)
                .hasSize(6)
                .startsWith("test downstairs 2030-01-05 today 2030-01-07")
                .endsWith("test upstairs 2030-01-07 today 2030-01-07");
    }

    @Test
    @Order(5)
    void twoServersDoEachStepOnce() {
        businessClock.moveTo(clock.today().plusDays(5)).block();

        Flux.merge(nightly.catchUp(), nightly.catchUp(), nightly.catchUp())
                .then(nightly.catchUp())
                .block();

        assertThat(NotedWork.RUNS).hasSize(10).doesNotHaveDuplicates();
        assertThat(clock.today()).isEqualTo("2030-01-12");
    }

    @Test
    @Order(6)
    void theClockNeverGoesBack() {
        asOwner()
                .document(
                        """
                        mutation { moveClock(input: {to: "2029-12-31"}) {
                          ... on InvalidInput { fields { path message } } } }
                        """)
                .execute()
                .path("moveClock.fields[0].path")
                .entity(String.class)
                .isEqualTo("to");
    }

    @Test
    @Order(7)
    void movingIsAnsweredAtOnceAndDoneByTheNight() {
        asOwner()
                .document(
                        """
                        mutation { moveClock(input: {to: "2030-01-13"}) {
                          ... on ClockMoving { clock { today movingTo } } } }
                        """)
                .execute()
                .path("moveClock.clock.movingTo")
                .entity(String.class)
                .isEqualTo("2030-01-13")
                .path("moveClock.clock.today")
                .entity(String.class)
                .isEqualTo("2030-01-12");

        clock.runDueWork();

        assertThat(clock.today()).isEqualTo("2030-01-13");
    }

    @Test
    @Order(8)
    void theMovedClockWaitsForWhatIsUnderWay() {
        NotedWork.BUSY.set(2);
        clock.moveTo("2030-01-14");

        assertThat(NotedWork.RUNS)
                .containsExactly(
                        "under way today 2030-01-13",
                        "under way today 2030-01-13",
                        "test downstairs 2030-01-14 today 2030-01-14",
                        "test upstairs 2030-01-14 today 2030-01-14");
    }
}
