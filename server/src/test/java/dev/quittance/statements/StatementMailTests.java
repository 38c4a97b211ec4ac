package dev.quittance.statements;

import static dev.quittance.statements.Account.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.identity.People;
import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Statements by mail: on request, and each month by setting. */
@Tag("P77")
class StatementMailTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired People people;

    @Test
    void staffMailsAStatementToTheInvoiceRecipientsOrToWhomTheyChoose() {
        var customer = owing();
        var clerk = new Account(asStaff(Permission.INVOICE_WRITE));

        assertThat(
                        clerk.act(
                                "mailStatement",
                                order(customer, null),
                                "... on StatementMailed { to }"))
                .containsEntry("to", List.of("ada@example.com"));
        assertThat(
                        clerk.act(
                                "mailStatement",
                                order(customer, List.of("Boss@example.com")),
                                "... on StatementMailed { to }"))
                .containsEntry("to", List.of("Boss@example.com"));
        drain();

        assertThat(mails(customer))
                .hasSize(2)
                .allSatisfy(
                        mail -> {
                            assertThat(mail.get("subject").toString())
                                    .startsWith("Statement of account from ");
                            assertThat(mail.get("text").toString())
                                    .contains("from 1 December 2029 to 1 January 2030")
                                    .contains("USD 50.00 was owed on the last day")
                                    .contains("/portal/statements?from=2029-12-01&to=2030-01-01");
                            assertThat(mail.get("attachments").toString())
                                    .contains("statement-2029-12-01-to-2030-01-01-USD.pdf");
                        });
    }

    @Test
    void whatIsBookedMeanwhileDoesNotChangeAMailedStatement() {
        var customer = owing();
        new Account(asOwner()).act("mailStatement", order(customer, null), "");
        var invoice =
                requireNonNull(
                        db.sql("select id from invoice where customer_id = :c")
                                .bind("c", customer)
                                .mapValue(UUID.class)
                                .one()
                                .block());
        new Account(asOwner()).paid(invoice, "50.00", Map.of());
        drain();

        assertThat(mails(customer).toString()).contains("USD 50.00 was owed on the last day");
    }

    @Test
    void theSameKeyMailsOnce() {
        var customer = owing();
        var order = order(customer, null);
        var clerk = new Account(asOwner());
        clerk.act("mailStatement", order, "");
        clerk.act("mailStatement", order, "");
        drain();

        assertThat(mails(customer)).hasSize(1);
    }

    @Test
    void whatCanNotBeMailedIsRefused() {
        var customer = owing();
        var clerk = new Account(asOwner());
        var wrong = order(customer, List.of("nobody"));
        wrong.put("from", "2030-02-01");

        assertThat(clerk.act("mailStatement", wrong, "").toString())
                .contains("InvalidInput", "from", "must not be after the last day");
        wrong.put("from", "2029-12-01");
        assertThat(clerk.act("mailStatement", wrong, "").toString())
                .contains("InvalidInput", "recipients[0]");
        run("update customer set email = null where id = '%s'".formatted(customer));
        assertThat(clerk.act("mailStatement", order(customer, null), ""))
                .containsEntry("__typename", "NoRecipient");
        assertThat(
                        Refusals.of(
                                asStaff(Permission.INVOICE_READ),
                                "mutation { mailStatement(input: {customerId: \"%s\", currency: \"USD\", from: \"2030-01-01\", to: \"2030-01-01\", idempotencyKey: \"k\"}) { __typename } }"
                                        .formatted(customer)))
                .containsExactly("FORBIDDEN");
        drain();
        assertThat(mails(customer)).isEmpty();
    }

    @Test
    void aContactMailsAStatementToThemselves() {
        var customer = owing();
        var browser = people.portal(http(), customer);
        var document =
                "mutation { mailStatementToMe(input: {currency: \"USD\", from: \"2029-12-01\", to: \"2030-01-01\", idempotencyKey: \"%s\"}) { __typename ... on StatementMailed { to } } }";
        var answer =
                requireNonNull(
                        browser.graphql(document.formatted(Ids.next()), Map.of())
                                .expectBody(Map.class)
                                .returnResult()
                                .getResponseBody());
        drain();

        assertThat(at(answer, "data", "mailStatementToMe", "to").toString())
                .matches("\\[contact\\d+@customer.example]");
        assertThat(mails(customer)).hasSize(1);
        run("update customer set active = false where id = '%s'".formatted(customer));
        assertThat(
                        requireNonNull(
                                browser.graphql(document.formatted(Ids.next()), Map.of())
                                        .expectBody(String.class)
                                        .returnResult()
                                        .getResponseBody()))
                .contains("NoRecipient");
    }

    @Test
    void theMonthIsMailedOnTheFirstOfTheNextOnceWhereItIsWanted() {
        clock.runDueWork();
        var clerk = new Account(asOwner());
        var owing = owing();
        var quiet = books.customer("Quiet");
        var settled = owing();
        var never = owing();
        var euros = owing();
        books.invoice(euros, "EUR", 700, LocalDate.of(2030, 1, 20));
        clerk.paid(invoice(settled), "50.00", Map.of());
        clerk.act("updateStatementSettings", Map.of("monthly", true), "");
        clerk.act("chooseMonthlyStatement", Map.of("customerId", never, "monthly", false), "");
        assertThat(choice(never)).isEqualTo("{own=false, mailed=false}");
        assertThat(choice(owing)).isEqualTo("{own=null, mailed=true}");

        clock.moveTo("2030-02-01");
        clock.runDueWork();

        assertThat(mails(owing).toString())
                .contains("from 1 January 2030 to 31 January 2030", "USD 50.00 was owed");
        assertThat(mails(owing)).hasSize(1);
        assertThat(mails(settled).toString()).contains("Nothing was owed on the last day.");
        assertThat(mails(euros)).hasSize(2);
        assertThat(mails(quiet)).isEmpty();
        assertThat(mails(never)).isEmpty();

        clerk.act("updateStatementSettings", Map.of("monthly", false), "");
        clerk.act("chooseMonthlyStatement", Map.of("customerId", never, "monthly", true), "");
        clock.moveTo("2030-03-02");
        assertThat(mails(owing)).hasSize(1);
        assertThat(mails(never).toString()).contains("from 1 February 2030 to 28 February 2030");
        // Nothing happened in February, but something is owed.
        assertThat(mails(never)).hasSize(1);
    }

    private UUID owing() {
        var customer = books.customer("Ada");
        books.invoice(customer, "USD", 5000, LocalDate.of(2029, 12, 20));
        return customer;
    }

    private UUID invoice(UUID customer) {
        return requireNonNull(
                db.sql("select id from invoice where customer_id = :c")
                        .bind("c", customer)
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    private static Map<String, Object> order(UUID customer, @Nullable List<String> to) {
        var order = new HashMap<String, Object>();
        order.put("customerId", customer);
        order.put("currency", "USD");
        order.put("from", "2029-12-01");
        order.put("to", "2030-01-01");
        order.put("idempotencyKey", Ids.next().toString());
        if (to != null) {
            order.put("recipients", to);
        }
        return order;
    }

    private String choice(UUID customer) {
        return asOwner()
                .document("query($c: ID!) { customer(id: $c) { monthlyStatement { own mailed } } }")
                .variable("c", customer)
                .execute()
                .path("customer.monthlyStatement")
                .entity(Map.class)
                .get()
                .toString();
    }

    private List<Map<?, ?>> mails(UUID customer) {
        return asOwner()
                .document(
                        "query($c: ID) { mails(filter: {customerId: $c}) { edges { node { to subject text attachments { fileName } } } } }")
                .variable("c", customer)
                .execute()
                .path("mails.edges[*].node")
                .entityList(Map.class)
                .get()
                .stream()
                .<Map<?, ?>>map(mail -> mail)
                .filter(mail -> mail.get("subject").toString().startsWith("Statement"))
                .toList();
    }

    private void run(String sql) {
        db.sql(sql).then().block();
    }
}
