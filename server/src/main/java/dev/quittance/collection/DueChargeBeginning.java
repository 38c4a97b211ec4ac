package dev.quittance.collection;

import dev.quittance.customers.Customers;
import dev.quittance.payments.Payments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * The first, committed part of charging an invoice by itself: account credit is spent first, and
 * for the rest a payment is begun, in one transaction with the mark that it was.
 */
@Service
class DueChargeBeginning {
    private static final Duration WHILE_PAID_OTHERWISE = Duration.ofMinutes(1);

    private final DueChargeRepository repository;
    private final DueChargeTerms terms;
    private final Customers customers;
    private final Payments payments;
    private final DueChargePayment payment;

    DueChargeBeginning(
            DueChargeRepository repository,
            DueChargeTerms terms,
            Customers customers,
            Payments payments,
            DueChargePayment payment) {
        this.repository = repository;
        this.terms = terms;
        this.customers = customers;
        this.payments = payments;
        this.payment = payment;
    }

    /** The payment that was begun; empty if none is to be. */
    @Transactional
    Mono<UUID> begin(UUID id) {
        return repository
                .customer(id)
                .flatMap(customers::lock)
                .then(Mono.defer(() -> repository.lock(id)))
                .flatMap(this::begin);
    }

    private Mono<UUID> begin(DueCharge due) {
        return payments.unfinishedOf(List.of(due.invoice()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        other ->
                                other.isPresent()
                                        ? repository
                                                .later(due.id(), WHILE_PAID_OTHERWISE)
                                                .then(Mono.<UUID>empty())
                                        : charge(due));
    }

    private Mono<UUID> charge(DueCharge due) {
        return terms.of(due)
                .flatMap(
                        found ->
                                found.nothingDue()
                                        ? drop(due, "Nothing was due any more.")
                                        : repository
                                                .method(due.invoice())
                                                .map(Optional::of)
                                                .defaultIfEmpty(Optional.empty())
                                                .flatMap(
                                                        method ->
                                                                method.isPresent()
                                                                        ? payment.begin(
                                                                                due,
                                                                                found,
                                                                                method.get())
                                                                        : drop(
                                                                                due,
                                                                                "Auto-charge was off by then.")));
    }

    private Mono<UUID> drop(DueCharge due, String reason) {
        return repository.drop(due.id(), reason).then(Mono.empty());
    }
}
