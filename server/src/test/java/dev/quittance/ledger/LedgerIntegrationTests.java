package dev.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class LedgerIntegrationTests extends IntegrationTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    @Autowired Ledger ledger;
    @Autowired TransactionalOperator transaction;

    @Test
    void aBookingChangesItsBalances() {
        var customer = shop().customer();

        book(
                transfer(customer, "USD", Booking.INVOICE_LINE, 1000),
                transfer(customer, "USD", Booking.INVOICE_TAX, 190),
                transfer(customer, "USD", Booking.PAYMENT_RECEIVED, 2000),
                transfer(customer, "USD", Booking.ALLOCATED, 1190),
                transfer(customer, "JPY", Booking.INVOICE_LINE, 500),
                transfer(customer, "USD", Booking.GATEWAY_FEE, 7));

        assertThat(balances(customer)).containsExactly("JPY 500 JPY 0", "USD 0.00 USD 8.10");
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    void bookingTwiceFailsAndChangesNothing() {
        var customer = shop().customer();
        var once = transfer(customer, "USD", Booking.INVOICE_LINE, 1000);
        book(once);

        assertThatThrownBy(() -> book(transfer(customer, "USD", Booking.INVOICE_LINE, 5), once))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(balances(customer)).containsExactly("USD 10.00 USD 0.00");
    }

    @Test
    void itIsBookedInTheTransactionOfItsCauseOnly() {
        var customer = shop().customer();
        var one = transfer(customer, "USD", Booking.INVOICE_LINE, 1000);

        assertThatThrownBy(() -> ledger.book(List.of(one)).block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer set amount_minor = 1",
                "update transfer set amount_minor = 1 where false",
                "delete from transfer",
                "truncate transfer",
                "truncate transfer cascade",
                "set session_replication_role = replica; delete from transfer",
                """
                insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind,
                       source_id, booked_on)
                select id, customer_id, currency, debit, credit, 1, reason, source_kind, source_id, booked_on
                  from transfer
                    on conflict (id) do update set amount_minor = 1
                """
            })
    void theDatabaseRefusesEveryChangeEvenToItsOwner(String sql) {
        book(transfer(shop().customer(), "USD", Booking.INVOICE_LINE, 1000));

        assertThatThrownBy(() -> TestDatabase.only().asOwner(sql))
                .rootCause()
                .hasMessageContaining("The ledger only grows: book a correcting transfer instead.");
        assertThatThrownBy(() -> db.sql("update transfer set amount_minor = 1").then().block())
                .hasStackTraceContaining("The ledger only grows");
    }

    @Test
    void theCheckTellsADifferenceInWords() {
        var name = Shop.name("Aardvark");
        var customer = shop().customer(Map.of("name", name));
        book(transfer(customer, "USD", Booking.INVOICE_LINE, 1000));
        db.sql("update balance set receivable_minor = 1200 where customer_id = :id")
                .bind("id", customer)
                .then()
                .block();

        assertThat(ledger.check().collectList().block())
                .containsExactly(
                        name
                                + ": open on invoices is stored as USD 12.00, but the transfers add"
                                + " up to USD 10.00.");
        db.sql("update balance set receivable_minor = 1000 where customer_id = :id")
                .bind("id", customer)
                .then()
                .block();
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    void manyBookingsAtOnceNeitherWaitInACircleNorLoseAnything() {
        var shop = shop();
        var customers = IntStream.range(0, 5).mapToObj(_ -> shop.customer()).toList();
        var sum = new HashMap<UUID, Long>();
        var bookings = new ArrayList<Mono<Void>>();
        var random = new Random(42);
        for (var i = 0; i < 60; i++) {
            var transfers = new ArrayList<NewTransfer>();
            for (var j = 0; j < 8; j++) {
                var customer = customers.get(random.nextInt(customers.size()));
                var amount = 1 + random.nextInt(1000);
                sum.merge(customer, (long) amount, Long::sum);
                transfers.add(transfer(customer, "USD", Booking.INVOICE_LINE, amount));
            }
            bookings.add(transaction.transactional(ledger.book(transfers)));
        }

        Flux.fromIterable(bookings).flatMap(booking -> booking, 20).blockLast();

        for (var customer : customers) {
            assertThat(ledger.balances(List.of(customer)).blockLast())
                    .extracting(balance -> balance.receivable().getAmountMinorLong())
                    .isEqualTo(sum.get(customer));
        }
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    void balancesStandUnderTheirCustomer() {
        var customer = shop().customer();
        var other = shop().customer();
        book(transfer(customer, "USD", Booking.INVOICE_LINE, 1000));
        var document =
                "query($id: ID!) { customer(id: $id) { balances { currency receivable { amount }"
                        + " credit { amount } } } }";

        asStaff(Permission.CUSTOMER_READ, Permission.INVOICE_READ)
                .document(document)
                .variable("id", customer)
                .execute()
                .path("customer.balances[0].receivable.amount")
                .entity(String.class)
                .isEqualTo("10.00")
                .path("customer.balances[0].credit.amount")
                .entity(String.class)
                .isEqualTo("0.00");
        asContact(customer)
                .document(document)
                .variable("id", customer)
                .execute()
                .path("customer.balances")
                .entityList(Object.class)
                .hasSize(1);
        asContact(other)
                .document(document)
                .variable("id", customer)
                .execute()
                .errors()
                .expect(error -> error.getErrorType() == ErrorType.NOT_FOUND);
        asStaff(Permission.CUSTOMER_READ)
                .document(document)
                .variable("id", customer)
                .execute()
                .errors()
                .expect(error -> error.getErrorType() == ErrorType.FORBIDDEN);
    }

    private Shop shop() {
        return new Shop(asOwner());
    }

    private void book(NewTransfer... transfers) {
        transaction.transactional(ledger.book(Arrays.asList(transfers))).block();
    }

    private List<String> balances(UUID customer) {
        return ledger.balances(List.of(customer))
                .map(balance -> balance.receivable() + " " + balance.credit())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static NewTransfer transfer(
            UUID customer, String currency, Booking booking, long amount) {
        return NewTransfer.of(
                booking,
                customer,
                Money.ofMinor(CurrencyUnit.of(currency), amount),
                SourceKind.INVOICE,
                Ids.next(),
                DAY);
    }
}
