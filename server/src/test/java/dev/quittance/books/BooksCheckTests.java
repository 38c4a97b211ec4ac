package dev.quittance.books;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.contracting.Acts;
import dev.quittance.ledger.BooksRules;
import dev.quittance.takeover.FormerSystem;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Mono;

/** The check is clean after real acts, and names each fault that is planted behind their back. */
class BooksCheckTests extends IntegrationTest {
    @Autowired BooksRules rules;
    @Autowired BooksChecks checks;
    @Autowired FormerSystem formerSystem;

    /**
     * A fault, how it is planted and mended again by the owner of the database, and who names it.
     */
    enum Fault {
        BALANCE(
                "update balance set credit_minor = credit_minor + 1",
                "update balance set credit_minor = credit_minor - 1",
                "balances",
                "available credit is stored as"),
        DAY_SUM(
                "update ledger_sum set debit_minor = debit_minor + 5 where account = 'REVENUE'",
                "update ledger_sum set debit_minor = debit_minor - 5 where account = 'REVENUE'",
                "ledger-sums",
                "REVENUE on 2030-"),
        INVOICE_TOTAL(
                "update invoice set net_minor = net_minor + 7, total_minor = total_minor + 7 where id = ':partly'",
                "update invoice set net_minor = net_minor - 7, total_minor = total_minor - 7 where id = ':partly'",
                "invoice-totals",
                "its net is stated as USD 10.07, but its lines add up to USD 10.00."),
        TAX_ROW(
                "update invoice_tax set percent = 7 where invoice_id = ':first'",
                "update invoice_tax set percent = 19 where invoice_id = ':first'",
                "invoice-tax",
                "its tax row \"VAT 19 %\" is USD 1.90, but the rate makes USD 0.70."),
        LINE_NOT_BOOKED(
                "create table gone as select * from transfer where source_id = ':first' and reason = 'INVOICE_TAX';"
                        + " delete from transfer where source_id = ':first' and reason = 'INVOICE_TAX'",
                "insert into transfer select * from gone; drop table gone",
                "invoice-bookings",
                "USD 1.90 of INVOICE_TAX 1 is not booked."),
        BOOKED_WITHOUT_DOCUMENT(
                "insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, part, booked_on)"
                        + " select ':stray', customer_id, currency, 'RECEIVABLE', 'REVENUE', 300, 'INVOICE_LINE', 'INVOICE', ':stray', 1, issued_on"
                        + " from invoice where id = ':first'",
                "delete from transfer where id = ':stray'",
                "invoice-bookings",
                "An invoice that is not there: USD 3.00 is booked as INVOICE_LINE 1, which no row explains."),
        BOOKED_ON_ANOTHER_DAY(
                "update transfer set booked_on = booked_on + 1 where source_id = ':first' and reason = 'INVOICE_LINE'",
                "update transfer set booked_on = booked_on - 1 where source_id = ':first' and reason = 'INVOICE_LINE'",
                "invoice-bookings",
                "it was issued on 2030-01-01, but booked on 2030-01-02."),
        RECEIVABLE(
                "update balance set receivable_minor = receivable_minor + 1 where customer_id = ':customer'",
                "update balance set receivable_minor = receivable_minor - 1 where customer_id = ':customer'",
                "receivables",
                "but the open invoices add up to"),
        PAID(
                "update invoice set paid_minor = paid_minor + 1 where id = ':partly'",
                "update invoice set paid_minor = paid_minor - 1 where id = ':partly'",
                "invoice-paid",
                "USD 4.01 is stated as paid, but the allocations add up to USD 4.00."),
        ALLOCATION(
                "update allocation set amount_minor = amount_minor + 2 where invoice_id = ':first'",
                "update allocation set amount_minor = amount_minor - 2 where invoice_id = ':first'",
                "allocation-bookings",
                "USD 11.92 is allocated, but USD 11.90 is booked."),
        OVERSPENT_PAYMENT(
                "update payment set amount_minor = amount_minor - 1000 where amount_minor = 1190",
                "update payment set amount_minor = amount_minor + 1000 where amount_minor = 190",
                "allocated-money",
                "of it is allocated."),
        PAYMENT(
                "update payment set amount_minor = amount_minor + 1 where number is not null",
                "update payment set amount_minor = amount_minor - 1 where number is not null",
                "payment-bookings",
                "USD 11.91 came in, but USD 11.90 is booked."),
        CREDIT_NOTE(
                "update credit_note set net_minor = net_minor + 1, tax_minor = tax_minor - 1",
                "update credit_note set net_minor = net_minor - 1, tax_minor = tax_minor + 1",
                "credit-note-totals",
                "its net is stated as"),
        CREDITED_TWICE(
                "update credit_note_line set net_minor = net_minor + 100000",
                "update credit_note_line set net_minor = net_minor - 100000",
                "credited-lines",
                "of it was credited."),
        CREDITED_TAX(
                "update credit_note_tax set tax_minor = tax_minor + 100000",
                "update credit_note_tax set tax_minor = tax_minor - 100000",
                "credited-tax",
                "of it was credited"),
        GAP(
                "update invoice set number = 'INV-2030-000900' where id = ':last'",
                "update invoice set number = ':number' where id = ':last'",
                "invoice-numbers",
                "numbers before it are missing."),
        BACKWARDS(
                "update invoice set issued_on = issued_on - 20 where id = ':last'",
                "update invoice set issued_on = issued_on + 20 where id = ':last'",
                "invoice-numbers",
                "before the number that it follows."),
        LOST_RECEIPT(
                "update number_sequence set next_value = next_value + 1 where kind = 'RECEIPT'",
                "update number_sequence set next_value = next_value - 1 where kind = 'RECEIPT'",
                "receipt-numbers",
                "it is the last of its series, which goes on with"),
        BILLED_FOR_NOTHING(
                "update billed_period set invoice_id = ':partly' where invoice_id = ':first'",
                "update billed_period set invoice_id = ':first' where invoice_id = ':partly' and subscription_id ="
                        + " (select subscription_id from invoice_line where invoice_id = ':first' limit 1)",
                "billed-periods",
                "but no line says so."),
        REFUND(
                "update refund set amount_minor = amount_minor - 1",
                "update refund set amount_minor = amount_minor + 1",
                "refund-bookings",
                "REFUND_BEGUN is USD 4.99, but USD 5.00 is booked."),
        REFUNDED_TOO_MUCH(
                "update refund set amount_minor = amount_minor + 100000",
                "update refund set amount_minor = amount_minor - 100000",
                "refunded-money",
                "USD 11.90 came in, but USD 1005.00 goes back."),
        REFUND_NUMBER(
                "update refund set number = 'RFD-2030-000007'",
                "update refund set number = 'RFD-2030-000001'",
                "refund-numbers",
                "it is the last of its series, which goes on with 2."),
        PUT_BACK(
                "update payment set reversed_on = reversed_on + 1 where status = 'REVERSED'",
                "update payment set reversed_on = reversed_on - 1 where status = 'REVERSED'",
                "reversal-bookings",
                "it was put back on 2030-02-11, but is booked on 2030-02-10."),
        WRITTEN_OFF(
                "update write_off set made_on = made_on - 1 where recovered_on is null",
                "update write_off set made_on = made_on + 1 where recovered_on is null",
                "write-off-bookings",
                "WRITTEN_OFF is of 2030-02-09, but booked on 2030-02-10."),
        GIVEN_UP(
                "update write_off set amount_minor = amount_minor - 3 where recovered_on is null",
                "update write_off set amount_minor = amount_minor + 3 where recovered_on is null",
                "written-off-invoices",
                "USD 11.87 of it is given up, but USD 11.90 is not paid."),
        COINS(
                "update invoice set rounding_increment = 9 where id = ':first'",
                "update invoice set rounding_increment = null where id = ':first'",
                "cash-rounding",
                "its total is USD 11.90, which is no multiple of USD 0.09."),
        NO_RECOVERY(
                "update write_off set recovered_on = null, recovery_reason = null where recovered_on is not null",
                "update write_off set recovered_on = '2030-02-10', recovery_reason = 'Paid after all' where recovered_on is null"
                        + " and reason = 'Gone'",
                "write-off-bookings",
                "USD 11.90 is booked as RECOVERED, which no write-off explains."),
        OPENING_NOT_BOOKED(
                "create table gone as select * from transfer where source_id = ':old'; delete from transfer where source_id = ':old'",
                "insert into transfer select * from gone; drop table gone",
                "opening-bookings",
                "USD 59.50 was taken over, but is not booked."),
        OPENING_OUT_OF_NOTHING(
                "insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, part, booked_on)"
                        + " select ':stray', ':customer', 'USD', 'OPENING', 'CUSTOMER_CREDIT', 900, 'OPENING_CREDIT', 'OPENING', ':stray', 1, '2030-01-01'",
                "delete from transfer where id = ':stray'",
                "opening-bookings",
                "USD -9.00 is booked as taken over, which no row explains."),
        OPENING_CREDIT_CHANGED(
                "update take_over_row set amount_minor = amount_minor - 1 where made_id = ':credit'",
                "update take_over_row set amount_minor = amount_minor + 1 where made_id = ':credit'",
                "opening-bookings",
                "USD -25.01 was taken over, but USD -25.00 is booked."),
        OPENING_TAKEN_BACK_UNBOOKED(
                "update take_over_row set undone = true where made_id = ':credit'",
                "update take_over_row set undone = false where made_id = ':credit'",
                "opening-bookings",
                "USD 0.00 was taken over, but USD -25.00 is booked."),
        OPENING_OF_ANOTHER(
                "update transfer set customer_id = ':customer' where source_id = ':credit'",
                "update transfer set customer_id = (select customer_id from take_over_row where made_id = ':credit')"
                        + " where source_id = ':credit'",
                "opening-bookings",
                "is booked for another customer or currency."),
        TAKEN_OVER_OPEN(
                "update invoice set paid_before_minor = paid_before_minor - 1 where id = ':old'",
                "update invoice set paid_before_minor = paid_before_minor + 1 where id = ':old'",
                "taken-over-invoices",
                "USD 59.51 of it was open when it was taken over, but USD 59.50 is booked."),
        CREDIT_BELOW_ZERO(
                "update balance set credit_minor = credit_minor - 100000 where customer_id = ':customer'",
                "update balance set credit_minor = credit_minor + 100000 where customer_id = ':customer'",
                "credit-below-zero",
                "available credit is USD -");

        private final String plant;
        private final String mend;
        private final String rule;
        private final String words;

        Fault(String plant, String mend, String rule, String words) {
            this.plant = plant;
            this.mend = mend;
            this.rule = rule;
            this.words = words;
        }
    }

    private Map<String, String> names = Map.of();

    @BeforeAll
    void sellCollectAndCredit() {
        var shop = new Shop(asOwner());
        var plan = shop.plan(shop.product(shop.taxed("19")), "MONTH", false, "USD", "10", null);
        var customer = shop.customer();
        var first = invoiceOf(shop.started(customer, plan));
        var partly = invoiceOf(shop.started(customer, plan));
        pay(first, "11.90");
        pay(partly, "4.00");
        clock.moveTo("2030-02-10");
        var cancelled = shop.started(shop.customer(), plan);
        cancel(cancelled);
        payBackAndGiveUp(shop, plan);
        var former = shop.customer();
        var on = clock.today().minusDays(1);
        var old = formerSystem.invoice(former, usd("119.00"), usd("59.50"), on.minusDays(30), on);
        var credit = formerSystem.credit(former, usd("25.00"), on);
        var last =
                text(
                        "select id::text from invoice where taken_over_on is null order by length(number) desc, number desc limit 1");
        names =
                Map.of(
                        ":old",
                        old.toString(),
                        ":credit",
                        credit.toString(),
                        ":first",
                        first,
                        ":partly",
                        partly,
                        ":customer",
                        customer.toString(),
                        ":last",
                        last,
                        ":number",
                        text("select number from invoice where id = '%s'".formatted(last)),
                        ":stray",
                        UUID.randomUUID().toString());
    }

    /**
     * A refund, a payment that was put back, a write-off that stands and one that was recovered.
     */
    private void payBackAndGiveUp(Shop shop, UUID plan) {
        var customer = shop.customer();
        var refunded = pay(invoiceOf(shop.started(customer, plan)), "11.90");
        var reversed = pay(invoiceOf(shop.started(customer, plan)), "11.90");
        var lost = invoiceOf(shop.started(customer, plan));
        var found = invoiceOf(shop.started(customer, plan));
        act(
                "refundPayment",
                "RefundPaymentInput",
                Map.of(
                        "paymentId",
                        refunded,
                        "amount",
                        Shop.money("USD", "5.00"),
                        "cover",
                        "REOPEN",
                        "reason",
                        "Too much"));
        var refund = text("select id::text from refund");
        act("confirmRefund", "ConfirmRefundInput", Map.of("refundId", refund));
        act(
                "reversePayment",
                "ReversePaymentInput",
                Map.of("paymentId", reversed, "reason", "Bounced"));
        act(
                "writeOffInvoice",
                "WriteOffInvoiceInput",
                Map.of("invoiceId", lost, "reason", "Insolvent"));
        act(
                "writeOffInvoice",
                "WriteOffInvoiceInput",
                Map.of("invoiceId", found, "reason", "Gone"));
        act(
                "recoverInvoice",
                "RecoverInvoiceInput",
                Map.of("invoiceId", found, "reason", "Paid after all"));
    }

    private void act(String mutation, String type, Map<String, Object> input) {
        var with = new HashMap<>(input);
        with.put("idempotencyKey", UUID.randomUUID().toString());
        var refusal =
                asOwner()
                        .document(
                                "mutation($i: %s!) { %s(input: $i) { ... on Problem { message } } }"
                                        .formatted(type, mutation))
                        .variable("i", with)
                        .execute()
                        .path(mutation)
                        .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .get();
        assertThat(refusal).as(mutation).isEmpty();
    }

    @Test
    void afterSellingCollectingAndCreditingNothingDiffers() {
        assertThat(text("select count(*)::text from credit_note")).isEqualTo("1");
        assertThat(rules.differences().collectList().block()).isEmpty();

        var check = requireNonNull(checks.run().block());
        assertThat(check.rulesDone()).isEqualTo(rules.all().size()).isGreaterThanOrEqualTo(30);
        assertThat(check.differenceCount()).isZero();
        assertThat(check.finishedAt()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsNamed(Fault fault) {
        behindItsBack(fault.plant);
        try {
            assertThat(rules.check(fault.rule).block().first())
                    .extracting(difference -> difference.sentence())
                    .anyMatch(sentence -> sentence.contains(fault.words));
        } finally {
            behindItsBack(fault.mend);
        }
        assertThat(rules.differences().collectList().block()).isEmpty();
    }

    @Test
    void theNightChecksTheBooksOnceForTodayAndKeepsTheResult() {
        var before = count();
        clock.moveTo(clock.today().plusDays(40));

        assertThat(count()).isEqualTo(before + 1);
        asOwner()
                .document(
                        "{ booksChecks(first: 1) { edges { node { startedBy day differenceCount rulesDone ruleCount interrupted } } } }")
                .execute()
                .path("booksChecks.edges[0].node.startedBy")
                .entity(String.class)
                .isEqualTo("Quittance")
                .path("booksChecks.edges[0].node.day")
                .entity(String.class)
                .isEqualTo(clock.today().toString())
                .path("booksChecks.edges[0].node.differenceCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void staffStartACheckAndReadWhatItFoundAndOnlyOneRunsAtATime() {
        db.sql(
                        "insert into books_check (id, day, started_by, rule_count) values (gen_random_uuid(), '2030-01-01', 'Otto', 3)")
                .then()
                .block();
        asOwner()
                .document("mutation { checkBooks { __typename ... on Problem { message } } }")
                .execute()
                .path("checkBooks.message")
                .entity(String.class)
                .isEqualTo(
                        "A check started by Otto is under way. Its result will be here when it is done.");
        db.sql(
                        "update books_check set touched_at = now() - interval '2 hours' where finished_at is null")
                .then()
                .block();
        var id =
                asOwner()
                        .document(
                                "mutation { checkBooks { ... on BooksCheckStarted { check { id } } } }")
                        .execute()
                        .path("checkBooks.check.id")
                        .entity(String.class)
                        .get();
        await(id);
        asOwner()
                .document(
                        "query($id: ID!) { booksCheckReport(id: $id) { check { interrupted } findings { rule promise differenceCount differences { sentence kind id } } } }")
                .variable("id", id)
                .execute()
                .path("booksCheckReport.findings")
                .entityList(Object.class)
                .hasSize(rules.all().size());
        assertThat(text("select count(*)::text from books_check where interrupted")).isEqualTo("1");
    }

    private void await(String id) {
        for (var i = 0; i < 100; i++) {
            if (text("select (finished_at is not null)::text from books_check where id = '%s'"
                            .formatted(id))
                    .equals("true")) {
                return;
            }
            Mono.delay(Duration.ofMillis(100)).block();
        }
        throw new AssertionError("The check did not end.");
    }

    private long count() {
        return Long.parseLong(text("select count(*)::text from books_check"));
    }

    private void behindItsBack(String sql) {
        var text = sql;
        for (var name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        TestDatabase.only()
                .asOwner(
                        "alter table transfer disable trigger all; "
                                + text
                                + "; alter table transfer enable always trigger transfer_only_grows;"
                                + " alter table transfer enable always trigger add_ledger_sums;"
                                + " alter table transfer enable always trigger keep_books_closed");
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    private String invoiceOf(UUID subscription) {
        return text(
                "select invoice_id::text from invoice_line where subscription_id = '%s'"
                        .formatted(subscription));
    }

    /** Notes that it was paid; the payment. */
    private String pay(String invoice, String amount) {
        return asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) {"
                                + " ... on PaymentSucceeded { payment { id } } } }")
                .variable(
                        "i",
                        Map.of(
                                "invoiceIds",
                                List.of(invoice),
                                "amount",
                                Shop.money("USD", amount),
                                "idempotencyKey",
                                UUID.randomUUID().toString()))
                .execute()
                .path("confirmOfflinePayment.payment.id")
                .entity(String.class)
                .get();
    }

    private void cancel(UUID subscription) {
        new Acts(asOwner()).cancel(subscription, "NOW");
    }

    private String text(String sql) {
        return requireNonNull(db.sql(sql).mapValue(String.class).one().block());
    }
}
