package dev.quittance.payments;

import dev.quittance.customers.Customers;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.platform.Caller;
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

/** Payments by card through Stripe, where new charges go to another gateway. */
@Component
class StripePay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Charges charges;
    private final ChargeWorker worker;
    private final Customers customers;
    private final Gateways gateways;
    private final TransactionalOperator transaction;
    private final GatewayEvents events;
    private final DatabaseClient db;

    StripePay(
            Charges charges,
            ChargeWorker worker,
            Customers customers,
            Gateways gateways,
            TransactionalOperator transaction,
            GatewayEvents events,
            DatabaseClient db) {
        this.charges = charges;
        this.worker = worker;
        this.customers = customers;
        this.gateways = gateways;
        this.transaction = transaction;
        this.events = events;
        this.db = db;
    }

    /** A charge and how Stripe names it. */
    record Charged(UUID payment, String intent) {}

    Charged pay(UUID customer, UUID invoice, long minor, String token, LocalDate on) {
        var payment =
                new NewPayment(
                        Ids.next(),
                        customer,
                        Money.ofMinor(CurrencyUnit.USD, minor),
                        Money.zero(CurrencyUnit.USD),
                        PaymentMethodKind.CARD,
                        "Visa •••• 4242",
                        on,
                        null,
                        List.of(invoice));
        customers
                .lock(customer)
                .then(
                        Mono.defer(
                                () ->
                                        charges.plan(
                                                payment,
                                                gateways.named("stripe"),
                                                new EnteredCard(token, false))))
                .as(transaction::transactional)
                .then(Mono.defer(() -> worker.now(payment.id())))
                .contextWrite(Caller.SYSTEM::in)
                .block(PATIENCE);
        return new Charged(payment.id(), intent(payment.id()));
    }

    /** Looks into what was told, until nothing waits that could be done. */
    void lookInto() {
        events.lookInto().block(PATIENCE);
    }

    /** As much time passes as a failed look waits for the next one. */
    void later() {
        db.sql("update gateway_event set leased_until = clock_timestamp() where state = 'WAITING'")
                .then()
                .block(PATIENCE);
    }

    private String intent(UUID payment) {
        return Objects.requireNonNull(
                db.sql("select gateway_ref from payment_attempt where payment_id = :payment")
                        .bind("payment", payment)
                        .mapValue(String.class)
                        .one()
                        .block(PATIENCE));
    }
}
