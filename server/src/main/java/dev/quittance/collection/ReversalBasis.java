package dev.quittance.collection;

import dev.quittance.collection.Reversals.PaymentStays;
import dev.quittance.customers.Customers;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** All that decides whether a payment can be put back to New, and what that undoes. */
@Service
class ReversalBasis {
    private final Payments payments;
    private final Allocations allocations;
    private final Customers customers;
    private final FreeCredit credit;

    ReversalBasis(
            Payments payments, Allocations allocations, Customers customers, FreeCredit credit) {
        this.payments = payments;
        this.allocations = allocations;
        this.customers = customers;
        this.credit = credit;
    }

    /** The payment, with its customer locked; refused unless it can be put back. */
    Mono<Payment> hold(UUID id) {
        return payments.get(id)
                .flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> payments.get(id)))
                .doOnNext(ReversalBasis::check);
    }

    /** What it pays now. */
    Mono<List<Allocation>> paid(Payment payment) {
        return allocations.ofPayments(List.of(payment.id())).collectList();
    }

    /** The credit that is free afterwards; below zero if the money was used. */
    Mono<Money> creditAfter(Payment payment) {
        return credit.of(payment.customer(), payment.amount().getCurrencyUnit())
                .map(free -> free.minusMinor(Amounts.minor(payment.unallocated())));
    }

    private static void check(Payment payment) {
        switch (payment.status()) {
            case SUCCEEDED -> offlineOnly(payment);
            case REVERSED -> throw refusal("This payment is back to New already.");
            case DECLINED, PROCESSING, REQUIRES_ACTION ->
                    throw refusal("This payment has not come in, so there is nothing to undo.");
        }
    }

    private static void offlineOnly(Payment payment) {
        if (payment.method() == PaymentMethodKind.CARD) {
            throw refusal(
                    "A card payment can't be put back to New: the money is here. Refund it instead.");
        }
    }

    private static Refused refusal(String message) {
        return new Refused(new PaymentStays(message));
    }
}
