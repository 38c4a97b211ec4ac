package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.CreditRefund.Left;
import dev.quittance.collection.CreditRefund.Paid;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.Allocations;
import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.NewRefund;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import dev.quittance.payments.RefundedParts;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends credit that was given for invoices back to what had paid them. */
@Service
public class CreditRefunds {
    private final Allocations allocations;
    private final Payments payments;
    private final RefundedParts refunded;
    private final FreeCredit credit;
    private final Refunds refunds;

    CreditRefunds(
            Allocations allocations,
            Payments payments,
            RefundedParts refunded,
            FreeCredit credit,
            Refunds refunds) {
        this.allocations = allocations;
        this.payments = payments;
        this.refunded = refunded;
        this.credit = credit;
        this.refunds = refunds;
    }

    /**
     * What would go back of credit that is about to be given.
     *
     * @param rests what of it will owe its invoice nothing more
     */
    public Mono<List<CreditRefund>> foresee(
            UUID customer, CurrencyUnit currency, List<Left> rests) {
        var given = rests.stream().map(Left::amount).reduce(Money.zero(currency), Money::plus);
        return credit.of(customer, currency).flatMap(free -> plan(rests, free.plus(given)));
    }

    /**
     * Lets what can go back of credit that was given be sent; how much that is. Call in the
     * transaction that gave it, with the customer locked; the money moves after its commit.
     *
     * @param reason in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Money> begin(
            UUID customer, CurrencyUnit currency, List<Left> rests, LocalDate on, String reason) {
        return credit.of(customer, currency)
                .flatMap(free -> plan(rests, free))
                .flatMapMany(Flux::fromIterable)
                .concatMap(
                        back -> refunds.begin(refund(back, on, reason)).thenReturn(back.amount()))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Mono<List<CreditRefund>> plan(List<Left> rests, Money free) {
        var positive = rests.stream().filter(rest -> rest.amount().isPositive()).toList();
        return positive.isEmpty() || !free.isPositive()
                ? Mono.just(List.of())
                : allocations
                        .paying(positive.stream().map(Left::invoice).toList())
                        .filter(part -> part.payment() != null)
                        .collectList()
                        .flatMap(this::paid)
                        .map(paid -> CreditRefund.of(positive, paid, free));
    }

    private Mono<List<Paid>> paid(List<Allocation> parts) {
        var ids = parts.stream().map(part -> requireNonNull(part.payment())).distinct().toList();
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Mono.zip(
                        payments.byIds(ids).collectMap(Payment::id, Function.identity()),
                        refunded.of(ids),
                        (found, back) ->
                                parts.stream().map(part -> paid(part, found, back)).toList());
    }

    private static Paid paid(
            Allocation part, Map<UUID, Payment> payments, Map<UUID, Money> refunded) {
        var payment = requireNonNull(payments.get(requireNonNull(part.payment())));
        var none = Money.zero(payment.amount().getCurrencyUnit());
        return new Paid(
                part.invoice(),
                payment,
                part.amount(),
                payment.amount()
                        .minus(payment.disputed())
                        .minus(refunded.getOrDefault(payment.id(), none)));
    }

    private static NewRefund refund(CreditRefund back, LocalDate on, String reason) {
        var payment = back.payment();
        return new NewRefund(
                Ids.next(),
                payment,
                back.amount(),
                payment.method(),
                payment.methodLabel(),
                reason,
                on);
    }
}
