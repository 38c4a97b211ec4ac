package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.catalog.Plan;
import dev.quittance.customers.PaymentKind;
import dev.quittance.platform.Faults;
import dev.quittance.subscriptions.BillingBasis;
import dev.quittance.subscriptions.BillingDates;
import dev.quittance.subscriptions.CouponStep;
import dev.quittance.subscriptions.CouponsAsked;
import dev.quittance.subscriptions.DayCount;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.DueTerms;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.SubscriptionPhase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that may start, and what it is billed by.
 *
 * @param coupons that act from the first invoice on
 * @param issueOn the day that documents of today bear
 */
record Start(
        NewSubscription subscription,
        BillingBasis basis,
        CouponStep coupons,
        LocalDate today,
        LocalDate issueOn) {

    /** Decides how it starts, or refuses with every fault of the input. */
    static Start decide(StartFacts facts) {
        StartCheck.orRefuse(facts);
        var subscription =
                NewSubscription.starting(
                        terms(facts), course(facts), facts.startOn(), facts.today());
        var coupons = coupons(facts, subscription);
        return new Start(
                subscription,
                basis(facts, subscription, coupons),
                coupons,
                facts.today(),
                facts.issueOn());
    }

    private static CouponStep coupons(StartFacts facts, NewSubscription subscription) {
        var faults = new Faults();
        var redeemed =
                facts.coupons()
                        .redeemed(
                                faults,
                                new CouponsAsked.Of(
                                        subscription.id(),
                                        subscription.plan(),
                                        facts.currency(),
                                        Set.of(),
                                        facts.today()));
        faults.orThrow();
        return new CouponStep(redeemed, List.of());
    }

    CurrencyUnit currency() {
        return CurrencyUnit.of(subscription.currency());
    }

    /** What is billed at once. */
    List<DueTerm> dueNow() {
        var startsOn = basis.customerStartsOn();
        return subscription.phase() != SubscriptionPhase.LIVE
                        || (startsOn != null && startsOn.isAfter(today))
                ? List.of()
                : DueTerms.due(basis, today);
    }

    /** What is billed at once or, where it starts later, on its first day; nothing of a trial. */
    List<DueTerm> first() {
        var now = dueNow();
        if (!now.isEmpty() || tried()) {
            return now;
        }
        if (subscription.billedUntil() != null) {
            return List.of();
        }
        var terms = DueTerms.first(basis, firstTerm());
        return terms.stream().allMatch(term -> term.silent() && term.fault() == null)
                ? List.of()
                : terms;
    }

    /** The period after those; null when it is not billed. */
    @Nullable DueTerm second() {
        var first = first();
        if (first.isEmpty()) {
            var next = DueTerms.term(basis, firstTerm(), false);
            // A first part that is free is followed by what is not.
            return next.silent() && next.nextBillOn() != null && next.fault() == null
                    ? notSilent(DueTerms.term(basis, next.nextTerm(), false))
                    : notSilent(next);
        }
        var last = first.getLast();
        return last.nextBillOn() == null
                ? null
                : notSilent(DueTerms.term(basis, last.nextTerm(), DueTerms.billed(first)));
    }

    /** The day the period after those is due. */
    LocalDate secondOn(DueTerm second) {
        var first = first();
        var next = first.isEmpty() ? null : first.getLast().nextBillOn();
        if (next != null) {
            return next;
        }
        if (basis.arrears()) {
            return basis.dueOn(second.term());
        }
        var start = second.period().from();
        return start.isBefore(subscription.paidFrom()) ? subscription.paidFrom() : start;
    }

    /** Whether it is tried before it is paid for. */
    private boolean tried() {
        var ends = subscription.trialEndsOn();
        return ends != null && ends.isAfter(today);
    }

    private int firstTerm() {
        var startsOn = basis.customerStartsOn();
        return startsOn == null
                ? basis.nextTerm()
                : Math.max(
                        basis.nextTerm(),
                        BillingDates.termOf(basis.anchorOn(), basis.interval(), startsOn));
    }

    private static @Nullable DueTerm notSilent(DueTerm term) {
        return term.silent() && term.fault() == null ? null : term;
    }

    private static NewSubscription.Course course(StartFacts facts) {
        var terms = requireNonNull(facts.plan()).terms();
        return new NewSubscription.Course(
                terms.trial(),
                terms.billingCycles(),
                facts.input().backdating(),
                facts.billingDay(),
                terms.leadDays(),
                terms.chargedIn());
    }

    private static NewSubscription.Terms terms(StartFacts facts) {
        var input = facts.input();
        var plan = requireNonNull(facts.plan());
        var items = new ArrayList<NewSubscription.Item>();
        items.add(NewSubscription.Item.plan(input.quantity(), StartItems.own(input.ownPrice())));
        for (var addon : input.addons()) {
            items.add(
                    NewSubscription.Item.addon(
                            addon.addonId(), addon.quantity(), StartItems.own(addon.ownPrice())));
        }
        return new NewSubscription.Terms(
                input.customerId(),
                requireNonNull(facts.customer().defaultBillingGroup()),
                plan.id(),
                facts.currency().getCode(),
                plan.interval(),
                input.minimumTermMonths() != null
                        ? input.minimumTermMonths()
                        : plan.terms().minimumTermMonths(),
                items);
    }

    private static BillingBasis basis(
            StartFacts facts, NewSubscription subscription, CouponStep coupons) {
        var customer = facts.customer().customer();
        return new BillingBasis(
                subscription.id(),
                subscription.customer(),
                subscription.billingGroup(),
                subscription.plan(),
                subscription.currency(),
                subscription.interval(),
                DayCount.of(
                                requireNonNull(facts.plan()).terms().proration(),
                                subscription.interval())
                        .in(facts.zone()),
                facts.firstPeriod(),
                subscription.leadDays(),
                subscription.chargedIn(),
                subscription.paidFrom(),
                subscription.anchorOn(),
                subscription.billedUntil(),
                subscription.nextTerm(),
                subscription.expiresOn(),
                setupFee(requireNonNull(facts.plan()), facts.currency()),
                customer.paymentKind() == PaymentKind.FREE,
                customer.startsOn(),
                customer.endsOn(),
                StartItems.of(facts, subscription),
                coupons.applied(List.of(), facts.currency(), addons(subscription)));
    }

    private static Map<UUID, UUID> addons(NewSubscription subscription) {
        return subscription.items().stream()
                .filter(item -> item.addon() != null)
                .collect(toMap(item -> requireNonNull(item.addon()), NewSubscription.Item::id));
    }

    private static @Nullable Money setupFee(Plan plan, CurrencyUnit currency) {
        return plan.priceIn(currency).map(price -> price.setupFee()).orElse(null);
    }
}
