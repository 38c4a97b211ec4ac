package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quittance.collection.CreditRefund.Left;
import dev.quittance.collection.CreditRefund.Paid;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.PaymentPurpose;
import dev.quittance.payments.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit that goes back to what had paid. */
@Tag("T27")
class CreditRefundTests {
    private static final UUID INVOICE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final List<Paid> paid = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # left, paid, unrefunded, credit, goes back
                    20,     31,   31,         20,     20
                    31,     31,   31,         31,     31
                    20,     31,   5,          20,     5
                    20,     7,    31,         20,     7
                    20,     31,   31,         9,      9
                    0,      31,   31,         50,     0
                    20,     31,   0,          20,     0
                    20,     31,   31,         0,      0
                    20,     31,   31,         -3,     0
                    """)
    void neverMoreThanIsLeftOfAnything(int left, int paidOf, int unrefunded, int credit, int back) {
        pay(INVOICE, 1, paidOf, unrefunded);

        assertThat(total(CreditRefund.of(List.of(left(INVOICE, left)), paid, usd(credit))))
                .isEqualTo(usd(back));
    }

    @Test
    void theLatestPaymentComesFirst() {
        pay(INVOICE, 1, 10, 10);
        pay(INVOICE, 2, 21, 21);

        assertThat(CreditRefund.of(List.of(left(INVOICE, 25)), paid, usd(25)))
                .extracting(back -> back.payment().id(), CreditRefund::amount)
                .containsExactly(tuple(new UUID(1, 2), usd(21)), tuple(new UUID(1, 1), usd(4)));
    }

    @Test
    void onePaymentOfTwoInvoicesIsRefundedOnceAndNeverBeyondItself() {
        pay(INVOICE, 1, 10, 15);
        pay(OTHER, 1, 20, 15);

        assertThat(CreditRefund.of(List.of(left(INVOICE, 10), left(OTHER, 20)), paid, usd(30)))
                .singleElement()
                .extracting(CreditRefund::amount)
                .isEqualTo(usd(15));
    }

    private void pay(UUID invoice, int payment, int amount, int unrefunded) {
        paid.add(new Paid(invoice, payment(payment), usd(amount), usd(unrefunded)));
    }

    private static Left left(UUID invoice, int amount) {
        return new Left(invoice, usd(amount));
    }

    private static Money total(List<CreditRefund> back) {
        return back.stream().map(CreditRefund::amount).reduce(usd(0), Money::plus);
    }

    private static Money usd(int amount) {
        return Money.of(CurrencyUnit.USD, amount);
    }

    private static Payment payment(int number) {
        return new Payment(
                new UUID(1, number),
                "RCP-" + number,
                new UUID(2, 1),
                PaymentStatus.SUCCEEDED,
                usd(100),
                usd(0),
                PaymentMethodKind.CARD,
                "Visa",
                LocalDate.of(2030, 1, 1),
                null,
                null,
                null,
                null,
                PaymentPurpose.INVOICES,
                null,
                null,
                usd(0),
                usd(100),
                Instant.EPOCH);
    }
}
