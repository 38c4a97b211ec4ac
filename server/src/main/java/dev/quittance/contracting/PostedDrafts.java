package dev.quittance.contracting;

import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.collection.DueCharges;
import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.customers.Customers;
import dev.quittance.payments.PaidDraft;
import dev.quittance.payments.Payment;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.subscriptions.Trials;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Bills what was charged before it was billed, once the money has come in. It is computed anew by
 * the same code: should it come to less by then, the rest of the money is account credit, and
 * should it come to more, the rest is due.
 */
@Component
class PostedDrafts implements PaidDraft {
    private static final String ENDED_MEANWHILE =
            "The subscription had ended by then; the money is account credit.";

    private final DraftChargeRepository repository;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final TrialDrafts drafts;
    private final PaidActs acts;
    private final DueCharges charges;

    PostedDrafts(
            DraftChargeRepository repository,
            Customers customers,
            Subscriptions subscriptions,
            TrialDrafts drafts,
            PaidActs acts,
            DueCharges charges) {
        this.repository = repository;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.drafts = drafts;
        this.acts = acts;
        this.charges = charges;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<UUID>> post(Payment payment) {
        return repository
                .lock(payment.id())
                .flatMap(
                        charge ->
                                charge.act() == DraftCharge.Act.TRIAL_END
                                        ? subscriptions
                                                .lock(charge.subscription())
                                                .flatMap(found -> post(charge, payment, found))
                                        : acts.carryOut(charge, payment))
                .defaultIfEmpty(List.of());
    }

    /**
     * What was tried is live all the same: the next bill run says why it can't be billed. Of an act
     * that can't be carried out any more nothing happens.
     */
    @Override
    @Transactional
    public Mono<Void> giveUp(UUID payment, String reason) {
        return repository
                .customer(payment)
                .flatMap(customers::lock)
                .then(Mono.defer(() -> repository.lock(payment)))
                .flatMap(
                        charge ->
                                subscriptions
                                        .lock(charge.subscription())
                                        .filter(SubscriptionContract::trialCharging)
                                        .flatMap(
                                                found ->
                                                        subscriptions.keep(
                                                                List.of(
                                                                        Trials.ended(
                                                                                found,
                                                                                TrialEndPolicy
                                                                                        .INVOICE))))
                                        .then(repository.drop(charge.id(), reason)));
    }

    private Mono<List<UUID>> post(DraftCharge charge, Payment payment, SubscriptionContract found) {
        return found.trialCharging()
                ? drafts.of(found).flatMap(quoted -> post(charge, payment, quoted))
                : repository.drop(charge.id(), ENDED_MEANWHILE).thenReturn(List.of());
    }

    private Mono<List<UUID>> post(DraftCharge charge, Payment payment, Quoted quoted) {
        return drafts.post(quoted)
                .flatMap(
                        kept ->
                                kept.invoice() == null
                                        ? repository
                                                .drop(charge.id(), "Nothing was due any more.")
                                                .thenReturn(List.<UUID>of())
                                        : posted(charge, payment, quoted, kept.invoice()));
    }

    /** Where the money alone is not enough, what is left is charged like any other rest. */
    private Mono<List<UUID>> posted(
            DraftCharge charge, Payment payment, Quoted quoted, UUID invoice) {
        var paid =
                quoted.invoice().orElseThrow().total().isGreaterThan(payment.amount())
                        ? Mono.<Void>empty()
                        : charges.paid(invoice, payment.id());
        return repository.posted(charge.id(), invoice, 0).then(paid).thenReturn(List.of(invoice));
    }
}
