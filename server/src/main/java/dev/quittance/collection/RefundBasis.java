package dev.quittance.collection;

import dev.quittance.collection.RefundTerms.Basis;
import dev.quittance.customers.Customers;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.payments.RefundedParts;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads all that decides what of a payment can be refunded. */
@Service
class RefundBasis {
    private final Payments payments;
    private final RefundedParts refunded;
    private final FreeCredit credit;
    private final Allocations allocations;
    private final Customers customers;

    RefundBasis(
            Payments payments,
            RefundedParts refunded,
            FreeCredit credit,
            Allocations allocations,
            Customers customers) {
        this.payments = payments;
        this.refunded = refunded;
        this.credit = credit;
        this.allocations = allocations;
        this.customers = customers;
    }

    Mono<Basis> read(UUID payment) {
        return payments.get(payment).flatMap(this::basis);
    }

    /** With the customer locked, so that nothing else is done until the transaction ends. */
    Mono<Basis> hold(UUID payment) {
        return payments.get(payment)
                .flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> read(payment)));
    }

    private Mono<Basis> basis(Payment payment) {
        var ids = List.of(payment.id());
        var currency = payment.amount().getCurrencyUnit();
        return Mono.zip(
                        refunded.of(ids),
                        credit.spendable(payment.customer(), currency),
                        allocations.ofPayments(ids).collectList())
                .map(
                        found ->
                                new Basis(
                                        payment,
                                        found.getT1()
                                                .getOrDefault(payment.id(), Money.zero(currency)),
                                        found.getT2(),
                                        found.getT3()));
    }
}
