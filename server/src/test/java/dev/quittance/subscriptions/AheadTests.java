package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.subscriptions.Ahead.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AheadTests {

    @Test
    void itIsBilledNextIfNothingComesBefore() {
        assertThat(Ahead.of(live())).isEqualTo(new Ahead(Kind.BILL, day("2027-02-01")));
        assertThat(Ahead.of(live().edit().nextBillOn(null).done())).isEqualTo(Ahead.NOTHING);
    }

    @Test
    void onOneDayANightDoesTheOtherThingsBeforeTheBill() {
        var planned =
                live().edit()
                        .schedule(
                                Schedule.NONE.changing(
                                        day("2027-02-01"),
                                        new ItemsWanted(UUID.randomUUID(), 1, null, List.of())))
                        .done();
        assertThat(Ahead.of(planned)).isEqualTo(new Ahead(Kind.CHANGE, day("2027-02-01")));

        var pausing = live().edit().schedule(Schedule.NONE.pausing(day("2027-02-01"), null)).done();
        assertThat(Ahead.of(pausing)).isEqualTo(new Ahead(Kind.PAUSE, day("2027-02-01")));
        var later = live().edit().schedule(Schedule.NONE.pausing(day("2027-02-02"), null)).done();
        assertThat(Ahead.of(later).kind()).isEqualTo(Kind.BILL);
    }

    @Test
    void aPauseGoesOnUntilItIsResumedAndAnEndComesBeforeAll() {
        var paused =
                live().edit()
                        .phase(SubscriptionPhase.PAUSED)
                        .nextBillOn(null)
                        .schedule(Schedule.NONE.pausing(null, day("2027-03-10")))
                        .done();
        assertThat(Ahead.of(paused)).isEqualTo(new Ahead(Kind.RESUMPTION, day("2027-03-10")));
        assertThat(Ahead.of(paused.edit().cancelsOn(day("2027-03-10")).done()))
                .isEqualTo(Ahead.NOTHING);
        assertThat(Ahead.of(paused.edit().schedule(Schedule.NONE).done())).isEqualTo(Ahead.NOTHING);
    }

    private static SubscriptionContract live() {
        return CancellationTests.contract(
                SubscriptionPhase.LIVE, "2027-01-01", "2027-02-01", 1, null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
