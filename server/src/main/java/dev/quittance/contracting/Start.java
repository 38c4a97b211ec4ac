package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.catalog.Addon;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.Pricing;
import dev.quittance.contracting.StartSubscriptionInput.SubscriptionAddonInput;
import dev.quittance.customers.PaymentKind;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.subscriptions.BillingBasis;
import dev.quittance.subscriptions.BillingDates;
import dev.quittance.subscriptions.CouponStep;
import dev.quittance.subscriptions.CouponsAsked;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.DueTerms;
import dev.quittance.subscriptions.ItemKind;
import dev.quittance.subscriptions.NewSubscription;
import dev.quittance.subscriptions.Recurrence;
import dev.quittance.subscriptions.SubscriptionPhase;
import java.math.BigDecimal;
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
        var term = DueTerms.term(basis, firstTerm(), false);
        var billed = subscription.billedUntil() == null;
        return !billed || (term.silent() && term.fault() == null) ? List.of() : List.of(term);
    }

    /** The period after those; null when it is not billed. */
    @Nullable DueTerm second() {
        var first = first();
        if (first.isEmpty()) {
            return notSilent(DueTerms.term(basis, firstTerm(), false));
        }
        var last = first.getLast();
        return last.nextBillOn() == null
                ? null
                : notSilent(DueTerms.term(basis, last.nextTerm(), DueTerms.billed(first)));
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
                terms.trial(), terms.billingCycles(), facts.input().backdating());
    }

    private static NewSubscription.Terms terms(StartFacts facts) {
        var input = facts.input();
        var plan = requireNonNull(facts.plan());
        var items = new ArrayList<NewSubscription.Item>();
        items.add(NewSubscription.Item.plan(input.quantity(), own(input.ownPrice())));
        for (var addon : input.addons()) {
            items.add(
                    NewSubscription.Item.addon(
                            addon.addonId(), addon.quantity(), own(addon.ownPrice())));
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
                subscription.startedOn(),
                subscription.anchorOn(),
                subscription.billedUntil(),
                subscription.nextTerm(),
                subscription.expiresOn(),
                setupFee(requireNonNull(facts.plan()), facts.currency()),
                customer.paymentKind() == PaymentKind.FREE,
                customer.startsOn(),
                customer.endsOn(),
                items(facts, subscription),
                coupons.applied(List.of(), facts.currency(), addons(subscription)));
    }

    private static Map<UUID, UUID> addons(NewSubscription subscription) {
        return subscription.items().stream()
                .filter(item -> item.addon() != null)
                .collect(toMap(item -> requireNonNull(item.addon()), NewSubscription.Item::id));
    }

    private static List<BillingBasis.Item> items(StartFacts facts, NewSubscription subscription) {
        var plan = requireNonNull(facts.plan());
        var input = facts.input();
        var items = new ArrayList<BillingBasis.Item>();
        var own = own(input.ownPrice());
        items.add(
                new BillingBasis.Item(
                        subscription.items().getFirst().id(),
                        ItemKind.PLAN,
                        plan.name(),
                        input.quantity(),
                        own != null ? Pricing.perUnit(own) : list(plan, facts.currency()),
                        null,
                        own != null,
                        Recurrence.EACH_PERIOD,
                        plan.taxCategoryId(),
                        plan.taxInclusive(),
                        subscription.startedOn(),
                        null));
        for (var i = 0; i < input.addons().size(); i++) {
            items.add(
                    item(
                            facts,
                            input.addons().get(i),
                            subscription.items().get(i + 1).id(),
                            subscription.startedOn()));
        }
        return items;
    }

    private static BillingBasis.Item item(
            StartFacts facts, SubscriptionAddonInput given, UUID id, LocalDate from) {
        var addon = requireNonNull(facts.addons().get(given.addonId()));
        var own = own(given.ownPrice());
        return new BillingBasis.Item(
                id,
                ItemKind.ADDON,
                addon.name(),
                given.quantity(),
                own != null ? Pricing.perUnit(own) : list(addon, facts.currency()),
                null,
                own != null,
                addon.oneTime() ? Recurrence.ONCE : Recurrence.EACH_PERIOD,
                addon.taxCategoryId(),
                requireNonNull(facts.plan()).taxInclusive(),
                from,
                null);
    }

    private static @Nullable BigDecimal own(@Nullable MoneyInput price) {
        return price == null ? null : price.amount();
    }

    private static @Nullable Pricing list(Plan plan, CurrencyUnit currency) {
        return plan.pricingIn(currency).orElse(null);
    }

    private static @Nullable Pricing list(Addon addon, CurrencyUnit currency) {
        return addon.pricingIn(currency).orElse(null);
    }

    private static @Nullable Money setupFee(Plan plan, CurrencyUnit currency) {
        return plan.priceIn(currency).map(price -> price.setupFee()).orElse(null);
    }
}
