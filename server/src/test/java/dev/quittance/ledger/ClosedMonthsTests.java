package dev.quittance.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Refused;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import dev.quittance.testing.Shop;
import dev.quittance.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

class ClosedMonthsTests extends IntegrationTest {
    private static final LocalDate CLOSED = LocalDate.of(2029, 12, 31);
    private static final String CLOSE =
            """
            mutation($input: CloseBooksInput!) {
              closeBooks(input: $input) {
                __typename
                ... on BooksClosed { closing { closedThrough } }
                ... on WorkNotDone { message doneThrough }
                ... on InvalidInput { fields { path message } }
              }
            }
            """;

    @Autowired Ledger ledger;
    @Autowired TransactionalOperator transaction;

    @AfterEach
    void open() {
        close(null, "The next test").path("closeBooks.__typename").hasValue();
    }

    @Test
    void nothingIsBookedInAClosedMonthByPeopleNorByTheOwnerOfTheDatabase() {
        var customer = new Shop(asOwner()).customer();
        close("2029-12-31", null).path("closeBooks.closing.closedThrough").entity(String.class);

        assertThatThrownBy(() -> book(customer, CLOSED).block())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem()).isEqualTo(new MonthClosed(CLOSED)));
        assertThatThrownBy(
                        () ->
                                TestDatabase.only()
                                        .asOwner(
                                                """
                                                set session_replication_role = replica;
                                                insert into transfer (id, customer_id, currency, debit, credit, amount_minor,
                                                       reason, source_kind, source_id, booked_on)
                                                select gen_random_uuid(), '%s', 'USD', 'RECEIVABLE', 'REVENUE', 1, 'INVOICE_LINE',
                                                       'INVOICE', gen_random_uuid(), '2029-12-01'
                                                """
                                                        .formatted(customer)))
                .rootCause()
                .hasMessageContaining("The books are closed through 2029-12-31.");
        assertThat(ledger.balances(List.of(customer)).collectList().block()).isEmpty();

        book(customer, CLOSED.plusDays(1)).block();
        assertThat(ledger.balances(List.of(customer)).collectList().block()).hasSize(1);
    }

    @Test
    void openingClosedDaysAgainAsksForAReasonAndIsRemembered() {
        close("2029-12-31", null);
        close("2029-11-30", " ")
                .path("closeBooks.fields[0].path")
                .entity(String.class)
                .isEqualTo("reason");
        close("2030-01-01", null)
                .path("closeBooks.fields[0].message")
                .entity(String.class)
                .isEqualTo("must be before today, 2030-01-01");
        close("2029-11-30", "December was booked twice")
                .path("closeBooks.closing.closedThrough")
                .entity(String.class)
                .isEqualTo("2029-11-30");

        asStaff(Permission.REPORT_READ)
                .document(
                        "{ booksClosing { closedThrough history { edges { node { what reason actor"
                                + " changes { fact before after } } } } } }")
                .execute()
                .path("booksClosing.history.edges[0].node.reason")
                .entity(String.class)
                .isEqualTo("December was booked twice")
                .path("booksClosing.history.edges[0].node.changes[0].before")
                .entity(String.class)
                .isEqualTo("2029-12-31");
    }

    @Test
    void whoClosesWaitsForWhatIsBeingBooked() {
        var customer = new Shop(asOwner()).customer();
        var booking =
                transaction
                        .transactional(
                                ledger.book(List.of(transfer(customer, CLOSED)))
                                        .then(Mono.delay(Duration.ofMillis(700))))
                        .toFuture();
        Mono.delay(Duration.ofMillis(300)).block();
        close("2029-12-31", null)
                .path("closeBooks.__typename")
                .entity(String.class)
                .isEqualTo("BooksClosed");

        assertThat(booking).isCompleted();
        assertThat(ledger.balances(List.of(customer)).collectList().block()).hasSize(1);
    }

    @Test
    void whatTheNightHasNotDoneIsNotClosed() {
        db.sql(
                        "insert into due_work (zone, name, done_through) values ('UTC', 'behind', '2029-12-30')")
                .then()
                .block();
        close("2029-12-31", null)
                .path("closeBooks.doneThrough")
                .entity(String.class)
                .isEqualTo("2029-12-30");
        db.sql("delete from due_work where name = 'behind'").then().block();
    }

    @Test
    void onlyWhoMayClosesMonths() {
        var document = CLOSE.replace("($input: CloseBooksInput!)", "").replace("$input", "{}");
        assertThat(Refusals.of(asStaff(Permission.REPORT_READ), document))
                .containsExactly("FORBIDDEN");
        assertThat(
                        Refusals.of(
                                asStaff(Permission.BOOKS_CLOSE),
                                "{ booksClosing { closedThrough } }"))
                .containsExactly("FORBIDDEN");
    }

    private GraphQlTester.Response close(@Nullable String through, @Nullable String reason) {
        var input = new HashMap<String, Object>();
        if (through != null) {
            input.put("through", through);
        }
        if (reason != null) {
            input.put("reason", reason);
        }
        return asOwner().document(CLOSE).variables(Map.of("input", input)).execute();
    }

    private Mono<Void> book(UUID customer, LocalDate on) {
        return requireNonNull(
                transaction.transactional(ledger.book(List.of(transfer(customer, on)))));
    }

    private static NewTransfer transfer(UUID customer, LocalDate on) {
        return NewTransfer.of(
                Booking.INVOICE_LINE,
                customer,
                Money.ofMinor(CurrencyUnit.USD, 100),
                SourceKind.INVOICE,
                Ids.next(),
                on);
    }
}
