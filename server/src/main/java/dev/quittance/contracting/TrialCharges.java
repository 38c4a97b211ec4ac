package dev.quittance.contracting;

import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.methods.PaymentMethod;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.subscriptions.Trials;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Charges the first period of subscriptions whose trial is over, before it is billed. Where account
 * credit pays it, or nothing is due, it is billed at once.
 */
@Component
class TrialCharges {
    private final TrialDrafts drafts;
    private final DraftPayments payments;
    private final Subscriptions subscriptions;

    TrialCharges(TrialDrafts drafts, DraftPayments payments, Subscriptions subscriptions) {
        this.drafts = drafts;
        this.payments = payments;
        this.subscriptions = subscriptions;
    }

    /**
     * The payment that was begun; empty if none was needed. The customer is locked.
     *
     * @param asksPayer whether the bank may want the payer to confirm it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<UUID> begin(SubscriptionContract found, PaymentMethod method, boolean asksPayer) {
        return drafts.of(found)
                .flatMap(
                        quoted ->
                                payments.begin(wish(found, quoted, asksPayer), method)
                                        .delayUntil(_ -> charging(found))
                                        .switchIfEmpty(
                                                Mono.defer(
                                                        () ->
                                                                drafts.post(quoted)
                                                                        .then(Mono.empty()))));
    }

    private Mono<Void> charging(SubscriptionContract found) {
        return found.trialCharging()
                ? Mono.empty()
                : subscriptions.keep(List.of(Trials.charging(found)));
    }

    private static DraftPayments.Wish wish(
            SubscriptionContract found, Quoted quoted, boolean asksPayer) {
        return new DraftPayments.Wish(
                found.customer(),
                found.id(),
                DraftCharge.Act.TRIAL_END,
                quoted.invoice()
                        .map(InvoiceDraft::total)
                        .orElseGet(() -> Money.zero(quoted.currency())),
                quoted.days().issueOn(),
                asksPayer,
                null);
    }
}
