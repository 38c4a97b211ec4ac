package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.contracting.ChangeSubscriptionInput.Couponing;
import dev.quittance.contracting.ChangeSubscriptionInput.Wanted;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.Ahead;
import dev.quittance.subscriptions.Changing;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.DueTerms;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.Pausing;
import dev.quittance.subscriptions.Resuming;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.SubscriptionContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Foresees what subscriptions are billed next if nobody does anything: planned changes, pauses,
 * resumptions and the ends of trials are gone through by the rules that will decide about them.
 */
@Service
public class ComingBills {
    private final StepPlanning planning;
    private final Steps steps;
    private final ChangePlanning changes;
    private final StepQuotes amounts;
    private final Catalog catalog;
    private final TrialMethods methods;

    ComingBills(
            StepPlanning planning,
            Steps steps,
            ChangePlanning changes,
            StepQuotes amounts,
            Catalog catalog,
            TrialMethods methods) {
        this.planning = planning;
        this.steps = steps;
        this.changes = changes;
        this.amounts = amounts;
        this.catalog = catalog;
        this.methods = methods;
    }

    /**
     * What is billed next.
     *
     * @param on the day of the bill run that bills it
     * @param issuedOn today, whose rates it is computed by
     */
    public record Coming(
            SubscriptionContract subscription,
            LocalDate on,
            LocalDate issuedOn,
            List<DueTerm> terms) {}

    /** What the caller's own subscription is billed next; nothing when nothing will be. */
    public Mono<Coming> next(UUID subscription) {
        return planning.own(subscription)
                .flatMap(
                        found ->
                                planning.today(found)
                                        .flatMap(
                                                days ->
                                                        steps.life(found, days.today())
                                                                .flatMap(this::billed)
                                                                .map(
                                                                        life ->
                                                                                coming(
                                                                                        found,
                                                                                        life,
                                                                                        days
                                                                                                .issueOn()))));
    }

    private static Coming coming(SubscriptionContract found, Life life, LocalDate issuedOn) {
        var starts = life.basis().customerStartsOn();
        var due = requireNonNull(life.subscription().nextBillOn());
        var on = starts != null && starts.isAfter(due) ? starts : due;
        var terms = DueTerms.due(life.basis(), on);
        var later =
                terms.isEmpty()
                        ? life.basis().dueOn(life.subscription().nextTerm())
                        : terms.getLast().nextBillOn();
        // Nothing is paid once.
        return life.basis().arrears()
                        && terms.stream().allMatch(term -> term.silent() && term.fault() == null)
                        && later != null
                ? new Coming(found, later, issuedOn, DueTerms.due(life.basis(), later))
                : new Coming(found, on, issuedOn, terms);
    }

    /** How it stands when it is billed next; nothing when it never is. */
    private Mono<Life> billed(Life life) {
        var ahead = Ahead.of(life.subscription());
        return switch (ahead.kind()) {
            case NOTHING -> Mono.empty();
            case BILL -> Mono.just(life);
            case CHANGE ->
                    changes.target(life, wanted(life.subscription()))
                            .map(target -> life.after(Changing.planned(life, target)))
                            .flatMap(this::billed);
            case PAUSE -> {
                var day = requireNonNull(ahead.on());
                yield life.owes(day) ? Mono.just(life.until(day)) : paused(life);
            }
            case RESUMPTION -> {
                var day = requireNonNull(ahead.on());
                var then = life.on(day);
                yield billed(then.after(Resuming.decide(then, day)));
            }
            case START -> billed(life.begun());
            case TRIAL_END -> policy(life.subscription()).map(life::triedOut).flatMap(this::billed);
        };
    }

    private Mono<Life> paused(Life life) {
        return amounts.settled(Pausing.due(life)).map(life::after).flatMap(this::billed);
    }

    /** What is charged by itself goes on after its trial, whatever the plan says. */
    private Mono<TrialEndPolicy> policy(SubscriptionContract subscription) {
        return methods.of(subscription)
                .map(_ -> TrialEndPolicy.INVOICE)
                .switchIfEmpty(
                        catalog.plan(subscription.plan())
                                .map(plan -> plan.terms().trialEndPolicy()));
    }

    private static Wanted wanted(SubscriptionContract subscription) {
        var planned = requireNonNull(subscription.schedule().change());
        var currency = CurrencyUnit.of(subscription.currency());
        return new Wanted(
                planned.plan(),
                planned.quantity(),
                price(planned.ownPrice(), currency),
                planned.addons().stream()
                        .map(
                                addon ->
                                        new SubscriptionAddonInput(
                                                addon.addon(),
                                                addon.quantity(),
                                                price(addon.ownPrice(), currency)))
                        .toList(),
                Couponing.NONE);
    }

    private static @Nullable MoneyInput price(@Nullable BigDecimal price, CurrencyUnit currency) {
        return price == null ? null : new MoneyInput(price, currency);
    }
}
