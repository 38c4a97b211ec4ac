package dev.quittance.payments;

import dev.quittance.customers.Customers;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Payments to start from. */
@Component
class Pay {
    private final Payments payments;
    private final Customers customers;
    private final TransactionalOperator transaction;
    private final DatabaseClient db;

    Pay(
            Payments payments,
            Customers customers,
            TransactionalOperator transaction,
            DatabaseClient db) {
        this.payments = payments;
        this.customers = customers;
        this.transaction = transaction;
        this.db = db;
    }

    Payment offline(UUID customer, UUID invoice, long minor, String reference, LocalDate on) {
        var payment =
                new NewPayment(
                        Ids.next(),
                        customer,
                        Money.ofMinor(CurrencyUnit.USD, minor),
                        Money.zero(CurrencyUnit.USD),
                        PaymentMethodKind.BANK_TRANSFER,
                        reference,
                        on,
                        null,
                        List.of(invoice));
        var shares = List.of(new Share(invoice, Math.min(minor, due(invoice))));
        return Objects.requireNonNull(
                transaction
                        .transactional(
                                customers
                                        .lock(customer)
                                        .then(Mono.defer(() -> payments.receive(payment, shares))))
                        .block(Duration.ofSeconds(20)));
    }

    private long due(UUID invoice) {
        return Objects.requireNonNull(
                db.sql("select total_minor - paid_minor from invoice where id = :invoice")
                        .bind("invoice", invoice)
                        .mapValue(Long.class)
                        .one()
                        .block(Duration.ofSeconds(20)));
    }
}
