package dev.quittance.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.Sales;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions that another system billed: from their next billing date on, and never before. */
class NextBillingDateTests extends TakeOverTest {
    private UUID subscription = new UUID(0, 0);
    private LocalDate start = LocalDate.EPOCH;

    @BeforeEach
    void subscribe() {
        var sales = new Sales(db);
        start = clock.today();
        subscription = sales.subscribe(customer, sales.plan("USD", "30", null, false), start);
    }

    @ParameterizedTest(name = "{0} days from now")
    @ValueSource(ints = {-75, 0, 10, 31})
    void theBillRunBillsFromThatDayOnAndNeverBefore(int days) {
        var next = start.plusDays(days);
        var id = taken("NEXT_BILLING_DATES", file(next));
        assertThat(standing()).isEqualTo("%1$s %1$s".formatted(next));
        assertBooks();

        if (days > 0) {
            clock.moveTo(next.minusDays(1));
            assertThat(periods()).as("before its day").isEmpty();
        }
        clock.moveTo(start.plusDays(Math.max(days, 0) + 1));
        var expected =
                next.datesUntil(clock.today().plusDays(1), Period.ofMonths(1))
                        .map(day -> "[%s,%s) 30.00".formatted(day, day.plusMonths(1)))
                        .toList();
        assertThat(periods()).containsExactlyElementsOf(expected);
        assertBooks();
        undo(id, "TakeOverInUse");
    }

    @Test
    void itIsTakenBackExactlyUntilItIsBilled() {
        var before = everything();
        var id = taken("NEXT_BILLING_DATES", file(start.plusDays(10)));
        assertThat(everything()).isNotEqualTo(before);
        undo(id, "TakeOverUndone");
        assertThat(everything()).isEqualTo(before);
        assertBooks();
        taken("NEXT_BILLING_DATES", file(start.plusDays(12)));
    }

    @Test
    void whatIsToEndOrLiesTooFarBackIsRefused() {
        var far = checked("NEXT_BILLING_DATES", file(start.minusYears(2)));
        assertThat(faults(far))
                .singleElement()
                .asString()
                .startsWith("2 next billing on|")
                .contains("more than a year back");
        new Sales(db)
                .run(
                        "update subscription set cancels_on = '%s', next_bill_on = null where id = '%s'"
                                .formatted(start.plusDays(20), subscription));
        var ending = checked("NEXT_BILLING_DATES", file(start.plusDays(10)));
        assertThat(faults(ending)).singleElement().asString().contains("is to end");
        new Sales(db)
                .run(
                        "update subscription set cancels_on = null, next_bill_on = started_on where id = '%s'"
                                .formatted(subscription));
    }

    private String file(LocalDate next) {
        return "customer,next billing on\n%s,%s\n".formatted(key, next);
    }

    private String standing() {
        return texts(
                        "select billed_until || ' ' || next_bill_on from subscription where id = '%s'"
                                .formatted(subscription))
                .getFirst();
    }

    private List<String> periods() {
        return texts(
                "select service_period || ' ' || round(net_minor / 100.0, 2) from invoice_line where subscription_id = '%s' order by service_period"
                        .formatted(subscription));
    }

    /** The agreement, its items and the days that are billed, to the letter. */
    private List<String> everything() {
        return texts(
                """
                select s::text from subscription s where id = '%1$s'
                union all select i::text from subscription_item i where subscription_id = '%1$s'
                union all select b::text from billed_period b where subscription_id = '%1$s'
                """
                        .formatted(subscription));
    }
}
