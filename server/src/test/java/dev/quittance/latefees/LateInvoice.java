package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.collection.Till;
import dev.quittance.ledger.BooksRules;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** An invoice of USD 1000.00 that nobody pays; tests say what fees it bears. */
abstract class LateInvoice extends IntegrationTest {
    static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired BooksRules rules;

    protected Shop shop;
    protected UUID customer;
    protected UUID invoice;
    protected LocalDate due;

    @BeforeEach
    void anInvoiceOfAThousand() {
        shop = new Shop(asOwner());
        bill("USD", "1000", null);
    }

    @AfterEach
    void theBooksAgreeAndNobodyElseBearsFees() {
        assertThat(rules.differences().collectList().block()).isEmpty();
        db.sql("delete from late_fee_rule").then().block();
    }

    /** Bills another customer a year; that invoice is looked at from now on. */
    protected void bill(String currency, String price, @Nullable UUID taxCategory) {
        customer = shop.customer(Map.of("currency", currency));
        var subscription =
                shop.started(
                        customer,
                        shop.plan(shop.product(taxCategory), "YEAR", false, currency, price, null));
        invoice =
                id(
                        "select invoice_id::text from invoice_line where subscription_id = '%s' limit 1",
                        subscription);
        due = LocalDate.parse(text("select due_on::text from invoice where id = '%s'", invoice));
    }

    protected void set(Map<String, ?> rule) {
        act("setLateFeeRule", rule, "LateFeeRuleSet");
    }

    /** A fixed fee three days after the due date, and no more. */
    protected void setOnce(String currency, String fee) {
        set(
                Map.of(
                        "firstDays",
                        3,
                        "times",
                        1,
                        "amounts",
                        List.of(Map.of("currency", currency, "fixed", fee))));
    }

    protected Map<String, Object> act(String mutation, Map<String, ?> input, String answer) {
        var done =
                asked(mutation, input, "__typename ... on Problem { message }")
                        .path(mutation)
                        .entity(FACTS)
                        .get();
        assertThat(done).containsEntry("__typename", answer);
        return done;
    }

    protected GraphQlTester.Response asked(String mutation, Map<String, ?> input, String answer) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { %s } }"
                                .formatted(type, mutation, answer))
                .variable("i", new HashMap<>(input))
                .execute();
    }

    /** Step, days, what was due, the fee, and the net of its invoice. */
    protected List<String> fees() {
        return fees(invoice);
    }

    protected List<String> fees(UUID of) {
        return asOwner()
                .document(
                        """
                        query($id: ID!) { invoice(id: $id) { lateFees { step days due { amount } net { amount }
                          feeInvoice { net { amount } lateFee { step } } } } }""")
                .variable("id", of)
                .execute()
                .path("invoice.lateFees")
                .entityList(FACTS)
                .get()
                .stream()
                .map(
                        fee ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                fee.get("step"),
                                                fee.get("days"),
                                                Till.at(fee, "due.amount"),
                                                Till.at(fee, "net.amount"),
                                                Till.at(fee, "feeInvoice.net.amount")))
                .toList();
    }

    /** The invoice of the newest fee. */
    protected UUID feeInvoice() {
        return id(
                "select fee_invoice_id::text from late_fee where invoice_id = '%s' order by step desc limit 1",
                invoice);
    }

    /** Net, tax and total of an invoice. */
    protected String amounts(UUID of) {
        return text(
                "select concat_ws(' ', net_minor, tax_minor, total_minor) from invoice where id = '%s'",
                of);
    }

    protected String status(UUID of) {
        return text("select status from invoice where id = '%s'", of);
    }

    protected String description() {
        return text("select description from invoice_line where invoice_id = '%s'", feeInvoice());
    }

    protected String number() {
        return text("select number from invoice where id = '%s'", invoice);
    }

    /** Gives an invoice of one line back by a credit note. */
    protected void credit(UUID of) {
        act(
                "creditInvoice",
                Map.of(
                        "invoiceId",
                        of,
                        "lines",
                        List.of(
                                Map.of(
                                        "lineId",
                                        id(
                                                "select id::text from invoice_line where invoice_id = '%s'",
                                                of),
                                        "quantity",
                                        "1")),
                        "reason",
                        "Waived",
                        "idempotencyKey",
                        Ids.next().toString()),
                "InvoiceCredited");
    }

    protected long noted() {
        return Long.parseLong(
                text("select count(*)::text from late_fee where invoice_id = '%s'", invoice));
    }

    protected UUID id(String sql, Object value) {
        return UUID.fromString(text(sql, value));
    }

    protected String text(String sql, Object value) {
        return db.sql(sql.formatted(value))
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
