package dev.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.ledger.Closing.BooksClosed;
import dev.quittance.ledger.Closing.WorkNotDone;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosingTests {
    private static final LocalDate TODAY = LocalDate.of(2030, 3, 1);
    private static final LocalDate JANUARY = LocalDate.of(2030, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2030, 2, 28);

    @Test
    void daysBeforeTodayCanBeClosed() {
        assertThat(decide(null, FEBRUARY, null, FEBRUARY)).isEqualTo(closed(FEBRUARY));
        assertThat(decide(JANUARY, FEBRUARY, null, null)).isEqualTo(closed(FEBRUARY));
        assertThat(decide(JANUARY, JANUARY, null, null)).isEqualTo(closed(JANUARY));
    }

    @Test
    void todayStaysOpen() {
        refused(() -> decide(null, TODAY, null, null), "must be before today, 2030-03-01");
    }

    @Test
    void openingClosedDaysAgainNeedsAReason() {
        refused(() -> decide(FEBRUARY, JANUARY, null, null), "must say why");
        refused(() -> decide(FEBRUARY, null, null, null), "must say why");
        assertThat(decide(FEBRUARY, JANUARY, "A bill was missed", null)).isEqualTo(closed(JANUARY));
        assertThat(decide(FEBRUARY, null, "A bill was missed", null)).isEqualTo(closed(null));
        assertThat(decide(null, null, null, null)).isEqualTo(closed(null));
    }

    @Test
    void whatTheNightHasNotDoneIsNotClosed() {
        assertThat(decide(null, FEBRUARY, null, JANUARY)).isEqualTo(new WorkNotDone(JANUARY));
        assertThat(decide(null, JANUARY, null, JANUARY)).isEqualTo(closed(JANUARY));
    }

    private static Closing decide(
            @Nullable LocalDate present,
            @Nullable LocalDate wanted,
            @Nullable String reason,
            @Nullable LocalDate doneThrough) {
        return Closing.decide(present, wanted, reason, TODAY, doneThrough);
    }

    private static BooksClosed closed(@Nullable LocalDate through) {
        return new BooksClosed(new BooksClosing(through));
    }

    private static void refused(Runnable act, String why) {
        assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessageContaining(why);
    }
}
