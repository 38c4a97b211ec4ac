package dev.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.reactive.TransactionalOperator;

class BookingTests extends IntegrationTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    @Autowired Ledger ledger;
    @Autowired BooksRules rules;
    @Autowired TransactionalOperator transaction;

    @ParameterizedTest
    @EnumSource(Booking.class)
    void everyBookingRunsBetweenItsAccountsAndNoOthers(Booking booking) {
        var customer = new Shop(asOwner()).customer();
        enough(customer);
        book(customer, booking, 700);
        if (booking.bothWays()) {
            book(customer, booking, -300);
        } else {
            assertThatThrownBy(() -> book(customer, booking, -300))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(count(customer, booking, booking.debit(), booking.credit())).isEqualTo(1);
        assertThat(count(customer, booking, booking.credit(), booking.debit()))
                .isEqualTo(booking.bothWays() ? 1 : 0);
        assertThatThrownBy(() -> insert(customer, booking.name(), "BANK", "ROUNDING"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("transfer_booking");
        assertThat(rules.check("balances").block().first()).isEmpty();
        assertThat(rules.check("ledger-sums").block().first()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # there           , and back
                    ALLOCATED         , ALLOCATION_UNDONE
                    WRITTEN_OFF       , RECOVERED
                    PAYMENT_RECEIVED  , PAYMENT_REVERSED
                    PAYMENT_REVERSED  , REVERSAL_WON
                    REFUND_BEGUN      , REFUND_FAILED
                    """)
    void whatIsTakenBackLeavesTheBalancesAsTheyWere(Booking there, Booking back) {
        var customer = new Shop(asOwner()).customer();
        enough(customer);
        var before = balance(customer);
        book(customer, there, 700);
        assertThat(balance(customer)).isNotEqualTo(before);
        book(customer, back, 700);

        assertThat(balance(customer)).isEqualTo(before);
    }

    @Test
    void aRefundLeavesTheCreditWhenItBeginsAndTheBooksWhenItSettles() {
        var customer = new Shop(asOwner()).customer();
        book(customer, Booking.PAYMENT_RECEIVED, 1000);
        book(customer, Booking.REFUND_BEGUN, 600);
        assertThat(balance(customer).credit()).isEqualTo(usd(400));
        assertThat(balance(customer).refundPending()).isEqualTo(usd(600));

        book(customer, Booking.REFUND_SETTLED, 600);
        assertThat(balance(customer).credit()).isEqualTo(usd(400));
        assertThat(balance(customer).refundPending()).isEqualTo(usd(0));
    }

    private void enough(UUID customer) {
        book(customer, Booking.INVOICE_LINE, 5000);
        book(customer, Booking.PAYMENT_RECEIVED, 5000);
        book(customer, Booking.REFUND_BEGUN, 2000);
    }

    private void book(UUID customer, Booking booking, long minor) {
        transaction
                .transactional(
                        ledger.book(
                                List.of(
                                        NewTransfer.of(
                                                booking,
                                                customer,
                                                usd(minor),
                                                SourceKind.PAYMENT,
                                                Ids.next(),
                                                DAY))))
                .block();
    }

    private Balance balance(UUID customer) {
        return ledger.balances(List.of(customer)).blockLast();
    }

    private void insert(UUID customer, String reason, String debit, String credit) {
        db.sql(
                        """
                        insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind,
                               source_id, booked_on)
                        values (:id, :customer, 'USD', :debit, :credit, 1, :reason, 'PAYMENT', :id, '2030-01-01')
                        """)
                .bind("id", Ids.next())
                .bind("customer", customer)
                .bind("debit", debit)
                .bind("credit", credit)
                .bind("reason", reason)
                .then()
                .block();
    }

    private long count(UUID customer, Booking booking, Account debit, Account credit) {
        return db.sql(
                        """
                        select count(*) from transfer
                         where customer_id = :customer and reason = :reason and debit = :debit and credit = :credit and amount_minor in (300, 700)
                        """)
                .bind("customer", customer)
                .bind("reason", booking.name())
                .bind("debit", debit.name())
                .bind("credit", credit.name())
                .mapValue(Long.class)
                .one()
                .block();
    }

    private static Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }
}
