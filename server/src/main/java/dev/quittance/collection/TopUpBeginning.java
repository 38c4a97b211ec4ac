package dev.quittance.collection;

import dev.quittance.collection.OfflineMoney.Particulars;
import dev.quittance.collection.TopUps.Begun;
import dev.quittance.collection.TopUps.ConfirmTopUpInput;
import dev.quittance.collection.TopUps.TopUpInput;
import dev.quittance.customers.Customers;
import dev.quittance.payments.Charges;
import dev.quittance.payments.NewPayment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The first, committed part of a top-up. */
@Service
class TopUpBeginning {
    private final Customers customers;
    private final TopUpQuotes quotes;
    private final OfflineReceiving receiving;
    private final Charges charges;
    private final BusinessClock clock;

    TopUpBeginning(
            Customers customers,
            TopUpQuotes quotes,
            OfflineReceiving receiving,
            Charges charges,
            BusinessClock clock) {
        this.customers = customers;
        this.quotes = quotes;
        this.receiving = receiving;
        this.charges = charges;
        this.clock = clock;
    }

    Mono<Begun> begin(TopUpInput input, Card card) {
        var customer = input.customerId();
        return quotes.allowed(customer, input.amount())
                .delayUntil(_ -> customers.lock(customer))
                .flatMap(amount -> quotes.hold(customer, amount, input.quoteToken()))
                .zipWith(clock.today())
                .map(now -> payment(customer, now.getT1(), card, now.getT2()))
                .flatMap(
                        payment ->
                                charges.plan(payment, card.gateway(), card.source())
                                        .thenReturn(new Begun(payment.id())));
    }

    /** Money that staff has in hand is not bounded. */
    Mono<Begun> receive(ConfirmTopUpInput input) {
        var faults = new Faults();
        var amount = OfflineMoney.amount(input.amount(), input.amount().currency(), faults);
        var particulars = new Particulars(input.method(), input.reference(), input.valueOn());
        return customers
                .lock(input.customerId())
                .then(
                        Mono.defer(
                                () ->
                                        receiving.topUp(
                                                input.customerId(), amount, particulars, faults)))
                .map(Begun::new);
    }

    private static NewPayment payment(UUID customer, Money amount, Card card, LocalDate today) {
        return new NewPayment(
                Ids.next(),
                customer,
                amount,
                Money.zero(amount.getCurrencyUnit()),
                PaymentMethodKind.CARD,
                card.label(),
                today,
                null,
                List.of());
    }
}
