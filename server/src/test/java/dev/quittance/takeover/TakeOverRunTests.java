package dev.quittance.takeover;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.Sales;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that are interrupted, meet a closed month, or are taken back. */
class TakeOverRunTests extends TakeOverTest {
    private static final int ROWS = 1_203;

    @AfterEach
    void openTheBooks() {
        close(null);
    }

    @Test
    void aRunThatWasKilledGoesOnAndTakesEachRowOnce() {
        var id = checked("OPEN_INVOICES", many(name()));
        start(id, false, null, "TakeOverStarted");
        start(id, false, null, "ImportBusy");
        stepAndDie(id);
        assertThat(ours("count(*)")).isEqualTo(500);
        undo(id, "TakeOverNotDone");
        work();
        assertThat(field(id, "status")).isEqualTo("COMPLETED");
        assertThat(field(id, "importedCount")).isEqualTo(String.valueOf(ROWS));
        assertThat(ours("count(distinct number)")).isEqualTo(ROWS);
        assertThat(ours("sum(total_minor - paid_minor)::bigint")).isEqualTo(100L * ROWS);
        figure(id, "booked", "true");
        assertBooks();
        undo(id, "TakeOverUndone");
        assertThat(ours("count(*)")).isZero();
        assertBooks();
    }

    @Test
    void twoServersTakeTheSameNumbersOnce() {
        var file = many(name());
        var one = checked("OPEN_INVOICES", file);
        var other = checked("OPEN_INVOICES", file);
        start(one, false, null, "TakeOverStarted");
        start(other, false, null, "TakeOverStarted");
        stepsAtOnce(one, other);
        assertThat(ours("count(*)")).isEqualTo(500);
        work();
        assertThat(ours("count(distinct number)")).isEqualTo(ROWS);
        assertThat(List.of(field(one, "status"), field(other, "status")))
                .containsExactlyInAnyOrder("COMPLETED", "FAILED");
        assertBooks();
    }

    /** Whoever comes first: the other is refused, or finds nothing to pay. */
    @Test
    void paidAndTakenBackAtOnceOnlyOneOfBothHappens() throws Exception {
        for (var round = 0; round < 8; round++) {
            var number = name();
            var file = taken("OPEN_INVOICES", INVOICES + invoice(number));
            var invoice = invoiceId(number);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var paying = threads.submit(() -> pay(invoice));
                var undoing =
                        threads.submit(
                                () ->
                                        plainAct(
                                                "undoTakeOver",
                                                Map.of("id", file, "reason", "Wrong file")));
                var undone = "TakeOverUndone".equals(undoing.get().get("__typename"));
                assertThat(paying.get()).isEqualTo(!undone);
                assertThat(ours("count(*)")).isEqualTo(undone ? 0 : 1);
            }
            assertBooks();
            customer();
        }
    }

    private boolean pay(String invoice) {
        return asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "invoiceIds",
                                List.of(invoice),
                                "method",
                                "CASH",
                                "idempotencyKey",
                                invoice,
                                "amount",
                                Map.of("amount", "59.50", "currency", "EUR")))
                .execute()
                .returnResponse()
                .getErrors()
                .isEmpty();
    }

    @Test
    void aMonthThatIsClosedSinceTheCheckTakesNothing() {
        var id = checked("OPENING_BALANCES", balance(5, 10));
        close(clock.today().minusDays(2));
        start(id, false, null, "TakeOverStarted");
        work();
        assertThat(field(id, "status")).isEqualTo("FAILED");
        assertThat(faults(id))
                .singleElement()
                .asString()
                .startsWith("2 as of|The books are closed through");
        assertThat(bookings()).isEmpty();
        assertThat(checkedFaults(balance(2, 10)).getFirst()).startsWith("2 as of|");
        close(null);
        taken("OPENING_BALANCES", balance(5, 10));
        assertThat(bookings()).containsExactly("OPENING CUSTOMER_CREDIT 1000");
    }

    @Test
    void theLastDayOfTheFormerSystemMustBeOpen() {
        var id = checked("OPEN_INVOICES", INVOICES + invoice(name()));
        close(clock.today().minusDays(1));
        var input = new HashMap<String, Object>(Map.of("id", id));
        input.put(
                "mapping",
                Map.of("columns", List.of(), "asOf", clock.today().minusDays(1).toString()));
        refusedOrDone("checkTakeOver", "CheckTakeOverInput!", input, "InvalidInput");
    }

    @Test
    void creditIsTakenBackOnlyWhileItIsThere() {
        var id = taken("OPENING_BALANCES", balance(0, 60));
        taken("OPEN_INVOICES", INVOICES + invoice(name()));
        assertThat(act("applyCredit", Map.of("customerId", customer, "currency", "EUR")))
                .containsEntry("__typename", "CreditApplied");
        undo(id, "TakeOverInUse");
        assertThat(
                        act(
                                "undoAllocation",
                                Map.of(
                                        "allocationId",
                                        texts(
                                                        "select id::text from allocation where customer_id = '%s'"
                                                                .formatted(customer))
                                                .getFirst())))
                .containsEntry("__typename", "AllocationUndone");
        undo(id, "TakeOverUndone");
        assertThat(bookings()).contains("CUSTOMER_CREDIT OPENING 6000");
        assertThat(
                        texts(
                                "select what from history_entry where customer_id = '%s' and what like 'opening%%' order by id"
                                        .formatted(customer)))
                .containsExactly("opening balance taken over", "opening balance taken back");
        assertBooks();
    }

    @Test
    void whatWasTakenBackIsNotTakenOverAgainFromTheSameFile() {
        var id = checked("OPEN_INVOICES", many(name()));
        start(id, false, null, "TakeOverStarted");
        stepAndDie(id);
        db.sql(
                        "update customer_import set status = 'FAILED', failure = 'Died' where id = '%s'"
                                .formatted(id))
                .then()
                .block();
        undo(id, "TakeOverUndone");
        start(id, false, null, "TakeOverNotDone");
        assertThat(ours("count(*)")).isZero();
        assertBooks();
    }

    @Test
    void aBalanceIsTakenOverOnceWhateverTheCustomerIsCalled() {
        new Sales(db)
                .run(
                        "update customer set external_id = 'EXT-%1$s' where id = '%1$s'"
                                .formatted(key));
        taken("OPENING_BALANCES", "customer,amount,currency\nEXT-%s,-5,EUR\n".formatted(key));
        assertThat(texts("select number from invoice where customer_id = '%s'".formatted(key)))
                .containsExactly("OPENING EXT-%s EUR".formatted(key));
        new Sales(db)
                .run(
                        "update customer set external_id = 'NEW-%1$s' where id = '%1$s'"
                                .formatted(key));
        assertThat(checkedFaults("customer,amount,currency\nNEW-%s,-5,EUR\n".formatted(key)))
                .singleElement()
                .asString()
                .contains("taken over already");
    }

    private String many(String prefix) {
        var rows = new StringBuilder(INVOICES);
        for (var i = 0; i < ROWS; i++) {
            rows.append("%s,%s-%d,2026-01-05,2026-01-19,EUR,2,1,,,\n".formatted(key, prefix, i));
        }
        return rows.toString();
    }

    private String balance(int daysAgo, int amount) {
        return "customer,amount,currency,as of\n%s,%d,EUR,%s\n"
                .formatted(key, amount, clock.today().minusDays(daysAgo));
    }

    private List<String> checkedFaults(String content) {
        return faults(checked("OPENING_BALANCES", content));
    }

    private long ours(String figure) {
        return requireNonNull(
                count(
                        "select coalesce(%s, 0) from invoice where customer_id = '%s'"
                                .formatted(figure, customer)));
    }

    private void close(@Nullable LocalDate through) {
        var input = new HashMap<String, Object>();
        input.put("through", through == null ? null : through.toString());
        input.put("reason", "Test");
        refusedOrDone("closeBooks", "CloseBooksInput!", input, "BooksClosed");
    }
}
