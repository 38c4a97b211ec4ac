package dev.quittance.contracting;

import dev.quittance.customers.Customers;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Charges subscriptions on the day their trial is over. The payment is written down with what it is
 * for in one transaction, and carried out after it; what comes of it comes later.
 */
@Service
public class ChargedTrials {
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final TrialMethods methods;
    private final TrialCharges charges;
    private final TrialEnds ends;
    private final DraftPayments payments;
    private final TransactionalOperator transaction;

    ChargedTrials(
            Customers customers,
            Subscriptions subscriptions,
            TrialMethods methods,
            TrialCharges charges,
            TrialEnds ends,
            DraftPayments payments,
            TransactionalOperator transaction) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.methods = methods;
        this.charges = charges;
        this.ends = ends;
        this.payments = payments;
        this.transaction = transaction;
    }

    /**
     * Charges one whose trial is over by {@code day}; nothing if that is begun or dropped, or while
     * its activation is being charged: whatever comes of that, the next night looks again. Who is
     * not charged by themselves any more ends as the plan says.
     */
    public Mono<Void> charge(SubscriptionContract due, LocalDate day) {
        return customers
                .lock(due.customer())
                .then(Mono.defer(() -> subscriptions.lock(due.id())))
                .filter(found -> TrialEnds.isOver(found, day))
                .filterWhen(found -> payments.underWay(found.id()).hasElement().map(one -> !one))
                .flatMap(found -> begin(found, day))
                .as(transaction::transactional)
                .doOnNext(payments::submit)
                .then();
    }

    private Mono<UUID> begin(SubscriptionContract found, LocalDate day) {
        return methods.of(found)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        method ->
                                method.isPresent()
                                        ? charges.begin(found, method.get(), false)
                                        : ends.end(List.of(found.id()), day)
                                                .then(Mono.<UUID>empty()));
    }
}
