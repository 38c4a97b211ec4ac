package dev.quittance.contracting;

import dev.quittance.contracting.DraftCharge.Asked;
import dev.quittance.contracting.DraftChargeRepository.UnderWay;
import dev.quittance.methods.PaymentMethod;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.Charges;
import dev.quittance.payments.FreeCredit;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.NewPayment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.PaymentPurpose;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Begins payments for what is billed only once the money has come in: account credit first, the
 * rest from a kept method. Call in a transaction that has locked the customer.
 */
@Component
class DraftPayments {
    private final DraftChargeRepository repository;
    private final FreeCredit credit;
    private final Charges charges;
    private final Gateways gateways;

    DraftPayments(
            DraftChargeRepository repository,
            FreeCredit credit,
            Charges charges,
            Gateways gateways) {
        this.repository = repository;
        this.credit = credit;
        this.charges = charges;
        this.gateways = gateways;
    }

    /**
     * What is to be charged.
     *
     * @param total of the draft with tax
     * @param on the day of the payment, as long as it has not come in
     * @param asksPayer whether the bank may want the payer to confirm it
     * @param asked who wants it and what they were shown; null for what the calendar does
     */
    record Wish(
            UUID customer,
            UUID subscription,
            DraftCharge.Act act,
            Money total,
            LocalDate on,
            boolean asksPayer,
            @Nullable Asked asked) {}

    /** The payment that was begun; empty where account credit is enough, or nothing is due. */
    Mono<UUID> begin(Wish wish, PaymentMethod method) {
        return credit.spendable(wish.customer(), wish.total().getCurrencyUnit())
                .map(free -> free.isGreaterThan(wish.total()) ? wish.total() : free)
                .filter(used -> used.isLessThan(wish.total()))
                .flatMap(used -> plan(wish, used, method));
    }

    /** What a subscription is being charged for something that waits for it; empty if nothing. */
    Mono<UUID> underWay(UUID subscription) {
        return repository.underWay(List.of(subscription)).map(UnderWay::payment).next();
    }

    /** Lets a payment be charged without waiting for it. Call after its commit. */
    void submit(UUID payment) {
        charges.submit(payment);
    }

    private Mono<UUID> plan(Wish wish, Money used, PaymentMethod method) {
        var payment =
                new NewPayment(
                        Ids.next(),
                        wish.customer(),
                        wish.total().minus(used),
                        used,
                        PaymentMethodKind.CARD,
                        method.label(),
                        wish.on(),
                        null,
                        List.of(),
                        PaymentPurpose.INVOICES);
        var charge =
                new DraftCharge(
                        Ids.next(),
                        wish.customer(),
                        wish.subscription(),
                        wish.act(),
                        wish.total(),
                        payment.id(),
                        wish.asksPayer(),
                        wish.asked());
        return charges.plan(
                        payment,
                        gateways.named(method.gateway()),
                        new KeptMethod(method.reference(), wish.asksPayer()))
                .then(repository.dropFailed(wish.subscription()))
                .then(Mono.defer(() -> repository.add(charge)))
                .thenReturn(payment.id());
    }
}
