package dev.quittance.billing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.contracting.Lives;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/**
 * What is foreseen is what is billed. The clock only moves forward: it begins on 1 January 2030.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpcomingInvoiceIntegrationTests extends IntegrationTest {
    private static final String UPCOMING =
            """
            query($id: ID!) { upcomingInvoice(subscriptionId: $id) {
              on net { amount } tax { amount } total { amount }
              lines { description amount { amount } period { start end } explanation } } }""";

    Shop shop;
    Lives lives;
    UUID gold;
    UUID pro;

    @BeforeAll
    void openTheShop() {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        var product = shop.product(shop.taxed("10"));
        gold = shop.plan(product, "MONTH", false, "USD", "31", "5");
        pro = shop.plan(product, "MONTH", false, "USD", "62", null);
    }

    @Test
    @Order(1)
    void itIsWhatTheBillRunBills() {
        var plain = shop.started(shop.customer(), gold);
        var changed = shop.started(shop.customer(), gold);
        lives.change(changed, Map.of("planId", pro, "quantity", 2, "when", "TERM_END"));
        var paused = shop.started(shop.customer(), gold);
        lives.pause(
                Map.of("id", paused, "when", "DATE", "on", "2030-01-11", "resumeOn", "2030-01-21"));
        var later = shop.started(shop.customer(), gold, Map.of("startOn", "2030-01-16"));
        lives.terms(pro, Map.of("trial", Map.of("count", 9, "unit", "DAY")));
        var tried = shop.started(shop.customer(), pro);

        var foreseen =
                List.of(plain, changed, paused, later, tried).stream().map(this::told).toList();
        assertThat(foreseen)
                .containsExactly(
                        new Told("2030-02-01", "34.10"),
                        new Told("2030-02-01", "136.40"),
                        new Told("2030-01-21", "12.10"),
                        new Told("2030-01-16", "39.60"),
                        new Told("2030-01-10", "68.20"));
        ask(plain)
                .path("upcomingInvoice.lines[0].period.end")
                .entity(String.class)
                .isEqualTo("2030-02-28");
        ask(plain)
                .path("upcomingInvoice.lines[0].explanation")
                .entityList(String.class)
                .hasSizeGreaterThan(0);

        clock.moveTo("2030-02-01");
        assertThat(
                        List.of(plain, changed, paused, later, tried).stream()
                                .map(this::billed)
                                .toList())
                .isEqualTo(
                        List.of(
                                new Told("2030-02-01", "34.10"),
                                new Told("2030-02-01", "136.40"),
                                new Told("2030-01-21", "12.10"),
                                new Told("2030-01-16", "39.60"),
                                new Told("2030-01-10", "68.20")));
    }

    @Test
    @Order(2)
    void whereNothingComesThereIsNone() {
        var ending = shop.started(shop.customer(), gold);
        lives.act(
                "cancelSubscription",
                "CancellationScheduled",
                Map.of("id", ending, "when", "TERM_END"));
        ask(ending).path("upcomingInvoice").valueIsNull();

        var paused = shop.started(shop.customer(), gold);
        lives.pause(paused, "NOW");
        ask(paused).path("upcomingInvoice").valueIsNull();

        lives.terms(
                pro,
                Map.of("trial", Map.of("count", 9, "unit", "DAY"), "trialEndPolicy", "EXPIRE"));
        ask(shop.started(shop.customer(), pro)).path("upcomingInvoice").valueIsNull();
    }

    @Test
    @Order(3)
    void itIsForItsOwnCustomerOnly() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);

        ask(asContact(customer), id)
                .path("upcomingInvoice.total.amount")
                .entity(String.class)
                .isEqualTo("34.10");
        ask(asContact(shop.customer()), id)
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType())
                                                                .isEqualTo(ErrorType.NOT_FOUND)));
    }

    @Test
    @Order(4)
    void theClockKnowsTheDayOfTheNextInvoice() {
        var next =
                asOwner()
                        .document("{ clock { today nextInvoiceOn } }")
                        .execute()
                        .path("clock.nextInvoiceOn")
                        .entity(String.class)
                        .get();
        var before = invoices();
        clock.moveTo(LocalDate.parse(next).minusDays(1).toString());
        assertThat(invoices()).isEqualTo(before);
        clock.moveTo(next);
        assertThat(invoices()).isGreaterThan(before);
    }

    /** The day and the total. */
    record Told(String on, String total) {}

    private Told told(UUID id) {
        var upcoming = ask(id);
        return new Told(
                upcoming.path("upcomingInvoice.on").entity(String.class).get(),
                upcoming.path("upcomingInvoice.total.amount").entity(String.class).get());
    }

    /** The first invoice after the one it began with, if it began with one. */
    private Told billed(UUID id) {
        return db.sql(
                        """
                        select i.issued_on, i.total_minor / 100.0 as total
                          from invoice i
                         where i.bill_run_id is not null
                           and exists (select 1 from invoice_line l where l.invoice_id = i.id and l.subscription_id = :id)
                         order by i.issued_on, i.number
                         limit 1
                        """)
                .bind("id", id)
                .map(
                        row ->
                                new Told(
                                        String.valueOf(row.get("issued_on")),
                                        requireNonNull(row.get("total", BigDecimal.class))
                                                .setScale(2)
                                                .toPlainString()))
                .one()
                .block();
    }

    private long invoices() {
        return db.sql("select count(*) from invoice").mapValue(Long.class).one().block();
    }

    private GraphQlTester.Response ask(UUID id) {
        return ask(asOwner(), id);
    }

    private static GraphQlTester.Response ask(HttpGraphQlTester who, UUID id) {
        return who.document(UPCOMING).variable("id", id).execute();
    }
}
