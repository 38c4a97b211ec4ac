package dev.quittance.contracting;

import dev.quittance.contracting.Starting.Begun;
import dev.quittance.contracting.Starting.Quoted;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.subscriptions.Redemptions;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a subscription that was decided to start, and its first invoice. */
@Component
class StartKeeping {
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Redemptions redemptions;

    StartKeeping(Subscriptions subscriptions, Invoices invoices, Redemptions redemptions) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.redemptions = redemptions;
    }

    /** Call in the transaction that holds the customer. */
    Mono<Begun> keep(Quoted quoted) {
        var start = quoted.start();
        var due = start.dueNow();
        return subscriptions
                .createAll(List.of(start.subscription()))
                .flatMap(made -> redemptions.keep(made.getFirst(), start.coupons()))
                .then(Mono.defer(() -> post(quoted, due.isEmpty())))
                .flatMap(
                        invoice ->
                                subscriptions
                                        .advance(due)
                                        .thenReturn(
                                                new Begun(
                                                        start.subscription().id(),
                                                        invoice.orElse(null))));
    }

    Mono<SubscriptionStarted> found(Begun begun) {
        var invoice =
                begun.invoice() == null
                        ? Mono.<Optional<Invoice>>just(Optional.empty())
                        : invoices.get(begun.invoice()).map(Optional::of);
        return Mono.zip(
                subscriptions.get(begun.subscription()),
                invoice,
                (subscription, first) -> new SubscriptionStarted(subscription, first.orElse(null)));
    }

    private Mono<Optional<UUID>> post(Quoted quoted, boolean later) {
        return later || quoted.first().isEmpty()
                ? Mono.just(Optional.empty())
                : invoices.postDrafts(List.of(quoted.first().get()), quoted.start().issueOn(), null)
                        .map(posted -> Optional.of(posted.getFirst().id()));
    }
}
