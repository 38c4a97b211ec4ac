package dev.quittance.methods;

import dev.quittance.customers.Customers;
import dev.quittance.methods.MethodRepository.NewMethod;
import dev.quittance.payments.Charges;
import dev.quittance.payments.KeptCard;
import dev.quittance.payments.PaymentReceived;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps a card that its payer wished to be kept, once it has paid: it pays the subscriptions of the
 * paid invoices from then on.
 */
@Component
class KeptCards implements Listener<PaymentReceived> {
    private final Charges charges;
    private final Customers customers;
    private final SubscriptionMethodRepository subscriptions;
    private final MethodKeeping keeping;

    KeptCards(
            Charges charges,
            Customers customers,
            SubscriptionMethodRepository subscriptions,
            MethodKeeping keeping) {
        this.charges = charges;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.keeping = keeping;
    }

    @Override
    public Class<PaymentReceived> event() {
        return PaymentReceived.class;
    }

    @Override
    public Mono<Void> on(PaymentReceived event) {
        return charges.kept(event.payment()).flatMap(card -> keep(event, card));
    }

    private Mono<Void> keep(PaymentReceived event, KeptCard card) {
        var method =
                new NewMethod(Ids.next(), event.customer(), card.gateway(), card.method(), null);
        return customers
                .lock(event.customer())
                .thenMany(subscriptions.ofPayment(event.payment()))
                .collectList()
                .flatMap(paid -> keeping.keepFor(method, paid));
    }
}
