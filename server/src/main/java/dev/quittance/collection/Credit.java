package dev.quittance.collection;

import dev.quittance.collection.Spreading.MoreThanAvailable;
import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentStatus;
import dev.quittance.payments.Payments;
import dev.quittance.payments.RefundedParts;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How much credit can be spent: all that a customer has, or what one payment left over. */
@Service
class Credit {
    private final FreeCredit free;
    private final Payments payments;
    private final RefundedParts refunded;

    Credit(FreeCredit free, Payments payments, RefundedParts refunded) {
        this.free = free;
        this.payments = payments;
        this.refunded = refunded;
    }

    /**
     * What can be spent, and of which payment it is the rest.
     *
     * @param payment null where any credit is spent
     */
    record Spendable(Money amount, @Nullable Payment payment) {

        Spendable orThrow() {
            if (amount.isZero()) {
                throw new Refused(
                        new MoreThanAvailable("There is no credit left to spend.", amount));
            }
            return this;
        }
    }

    Mono<Spendable> of(UUID customer, CurrencyUnit currency, @Nullable UUID payment) {
        return Mono.zip(free.spendable(customer, currency), rest(customer, currency, payment))
                .map(
                        both ->
                                both.getT2()
                                        .map(
                                                rest ->
                                                        new Spendable(
                                                                smaller(
                                                                        both.getT1(),
                                                                        rest.amount()),
                                                                rest.payment()))
                                        .orElseGet(() -> new Spendable(both.getT1(), null)));
    }

    private Mono<Optional<Spendable>> rest(
            UUID customer, CurrencyUnit currency, @Nullable UUID payment) {
        return payment == null
                ? Mono.just(Optional.empty())
                : payments.get(payment)
                        .filter(
                                found ->
                                        found.customer().equals(customer)
                                                && found.status() == PaymentStatus.SUCCEEDED
                                                && found.amount()
                                                        .getCurrencyUnit()
                                                        .equals(currency))
                        .switchIfEmpty(Mono.error(() -> new NotFound("payment")))
                        .zipWhen(found -> refunded.of(List.of(found.id())))
                        .map(
                                both ->
                                        Optional.of(
                                                new Spendable(
                                                        rest(
                                                                both.getT1(),
                                                                both.getT2().get(payment)),
                                                        both.getT1())));
    }

    private static Money rest(Payment payment, @Nullable Money refunded) {
        var rest = refunded == null ? payment.unallocated() : payment.unallocated().minus(refunded);
        return rest.isNegative() ? Money.zero(rest.getCurrencyUnit()) : rest;
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
