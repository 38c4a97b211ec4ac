package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.PlanTerms;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.ItemStep.Changed;
import dev.quittance.subscriptions.ItemsWanted.AddonWanted;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import dev.quittance.subscriptions.NewSubscription.Course;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A subscription that lives by the rules alone: its state, its bills, and what was served. */
final class SimulatedLife {
    static final UUID GOLD = new UUID(0, 1);
    static final UUID PRO = new UUID(0, 2);
    static final UUID YEARLY = new UUID(0, 3);
    static final UUID ADDON = new UUID(0, 4);
    private static final Interval MONTH = new Interval(1, IntervalUnit.MONTH);
    private static final Interval YEAR = new Interval(1, IntervalUnit.YEAR);
    private static final Interval TRIAL = new Interval(10, IntervalUnit.DAY);

    private final LifeSetting setting;
    private final TrialEndPolicy policy;
    private final TrialCharge charge;
    private final ProrationMode mode;
    private final int leadDays;
    private final boolean arrears;
    private final Ledger ledger = new Ledger();
    private final Set<Served> served = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private List<Item> items;
    private List<OpenItem> open;
    private SubscriptionContract now;
    private LocalDate today;
    private int second;

    /** What comes of charging it when its trial is over. */
    enum TrialCharge {
        /** It is not charged by itself. */
        NONE,
        SUCCEEDS,
        FAILS
    }

    /** An item on a day on which it was served and is paid for. */
    record Served(UUID item, LocalDate day) {}

    SimulatedLife(
            LocalDate start,
            boolean trial,
            @Nullable Integer billingDay,
            int leadDays,
            boolean arrears,
            ProrationMode mode,
            LifeSetting setting,
            TrialEndPolicy policy,
            TrialCharge charge) {
        this.setting = setting;
        this.charge = charge;
        this.policy = policy;
        this.mode = mode;
        this.leadDays = leadDays;
        this.arrears = arrears;
        this.today = start;
        var plan = UUID.randomUUID();
        var terms =
                new NewSubscription.Terms(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        GOLD,
                        "USD",
                        MONTH,
                        null,
                        List.of(NewSubscription.Item.plan(1, null)));
        now =
                NewSubscription.starting(
                                terms,
                                new Course(
                                        trial ? TRIAL : null,
                                        null,
                                        Backdating.PAST,
                                        billingDay,
                                        leadDays,
                                        chargedIn(GOLD)),
                                start,
                                start)
                        .agreed("S-1", Instant.EPOCH);
        items = List.of(item(plan, ItemKind.PLAN, GOLD, 1, start));
        open = List.of(new OpenItem(plan, null, 1, null, start));
        night();
    }

    SubscriptionContract subscription() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    /** The day ends: what was served of it is noted; the next one begins with what falls due. */
    void nextDay() {
        if (now.phase() == SubscriptionPhase.LIVE) {
            open.forEach(one -> served.add(new Served(one.id(), today)));
        }
        today = today.plusDays(1);
        second = 0;
        night();
    }

    Life life() {
        return new Life(
                now,
                basis(),
                open,
                setting,
                today,
                mode == ProrationMode.BY_SECOND ? moment() : null);
    }

    /** Acts of one day follow each other, some in the same second. */
    private Instant moment() {
        second = Math.min(86_399, 2 * second + second % 3 * 997);
        var at = today.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
        second++;
        return at;
    }

    /** Takes a step that was decided. */
    void take(Step step) {
        if (!step.now()) {
            keep(step.after(), step.change().what());
            return;
        }
        if (step.unused() != null) {
            ledger.credit(step.unused());
        }
        apply(step.items());
        keep(step.after(), step.change().what());
        step.billed().forEach(this::bill);
        step.due().forEach(this::advance);
    }

    void keep(SubscriptionChange change) {
        keep(change.after(), change.what());
    }

    void cancel(CancelTime when) {
        switch (Cancellation.decide(now, when, today)) {
            case Cancellation.EndsNow(var on) -> {
                if (setting.cancelCredits()) {
                    ledger.credit(
                            Unused.ofAll(on, mode == ProrationMode.BY_SECOND ? moment() : null));
                }
                keep(now.ended(on, null), "subscription cancelled");
            }
            case Cancellation.EndsLater(var on) -> keep(now.ending(on, null), "ending");
            case Cancellation.BoundByTerm _, Cancellation.SubscriptionOver _ ->
                    throw new IllegalStateException("refused");
        }
    }

    void change(ChangeTarget target, Changing.ChangeTime when) {
        take(Changing.decide(life(), target, when));
    }

    void reactivate(ChangeTarget target) {
        take(
                Reactivating.decide(
                        life(),
                        new Reactivating.Wish(
                                target, PlanTerms.USUAL, ledger.billedUntil(), false)));
    }

    ChangeTarget target(UUID plan, int quantity, int addons) {
        var priced = new ArrayList<Item>();
        priced.add(item(UUID.randomUUID(), ItemKind.PLAN, plan, quantity, today));
        var wanted = new ArrayList<AddonWanted>();
        if (addons > 0) {
            priced.add(item(UUID.randomUUID(), ItemKind.ADDON, ADDON, addons, today));
            wanted.add(new AddonWanted(ADDON, addons, null));
        }
        return new ChangeTarget(
                new ItemsWanted(plan, quantity, null, wanted),
                priced,
                interval(plan),
                mode,
                null,
                null,
                leadDays,
                chargedIn(plan),
                CouponStep.NONE);
    }

    /** No day is billed twice, the state holds together, and nothing was credited beyond use. */
    void mustHoldTogether() {
        ledger.mustNotOverlap();
        assertThat(now.pausedOn() != null).isEqualTo(now.phase() == SubscriptionPhase.PAUSED);
        assertThat(now.endedOn() != null).isEqualTo(now.phase().ended());
        assertThat(now.pausesOn() == null || now.phase() == SubscriptionPhase.LIVE).isTrue();
        assertThat(now.changesOn() == null).isEqualTo(now.schedule().change() == null);
        if (now.phase() == SubscriptionPhase.PAUSED) {
            assertThat(now.nextBillOn()).isNull();
        }
        if (now.phase() == SubscriptionPhase.LIVE && now.endsOn() == null) {
            assertThat(now.nextBillOn()).isNotNull();
        }
    }

    /** Every day before today that was served is billed, and no other. */
    void mustBillWhatWasServed(boolean andNothingElse) {
        var billed = ledger.billedBefore(today);
        var due = served.stream().filter(one -> !waitsForItsPeriod(one.day())).toList();
        assertThat(billed).containsAll(due);
        if (andNothingElse) {
            assertThat(billed).containsExactlyInAnyOrderElementsOf(due);
        }
    }

    /** In arrears, a day is billed when its period is over. */
    private boolean waitsForItsPeriod(LocalDate day) {
        return now.arrears() && now.nextBillOn() != null && !day.isBefore(now.firstUnbilled());
    }

    private void night() {
        end();
        changeByDate();
        if (now.phase() == SubscriptionPhase.TRIAL && !isAfterToday(now.trialEndsOn())) {
            endTrial();
        }
        if (now.phase() == SubscriptionPhase.PAUSED && due(now.resumesOn())) {
            var step =
                    new ItemStep.Reopened(
                            Resuming.pausedOn(now), Objects.requireNonNull(now.resumesOn()));
            var resumed = Resuming.due(now, setting);
            apply(step);
            keep(resumed, "subscription resumed");
        }
        if (due(now.pausesOn())) {
            take(Pausing.due(life()));
        }
        if (now.phase() == SubscriptionPhase.LIVE && due(now.nextBillOn()) && !waits()
                || now.phase().ended() && due(now.nextBillOn())) {
            var terms = DueTerms.due(basis(), today);
            terms.forEach(this::bill);
            terms.forEach(this::advance);
        }
    }

    /** As the plan says or, by itself, charged first: what comes of that, comes the next night. */
    private void endTrial() {
        switch (charge) {
            case NONE -> keep(Trials.ended(now, policy));
            case SUCCEEDS -> {
                if (now.trialCharging()) {
                    serveSince(Objects.requireNonNull(now.trialEndsOn()));
                    take(Trials.charged(life()));
                } else {
                    keep(Trials.charging(now));
                }
            }
            case FAILS ->
                    keep(
                            now.trialCharging()
                                    ? Trials.unpaid(now, "declined")
                                    : Trials.charging(now));
        }
    }

    /** The days on which the money was waited for are paid for, too. */
    private void serveSince(LocalDate first) {
        first.datesUntil(today)
                .forEach(day -> open.forEach(one -> served.add(new Served(one.id(), day))));
    }

    /** Nothing is billed ahead that a change or pause comes before. */
    private boolean waits() {
        return waits(now.changesOn()) || waits(now.pausesOn());
    }

    private boolean waits(@Nullable LocalDate planned) {
        var billed = now.billedUntil();
        return planned != null
                && (!planned.isAfter(today) || (billed != null && !planned.isAfter(billed)));
    }

    private void end() {
        var end = now.endsOn();
        if (end != null && !now.phase().ended() && due(end)) {
            keep(now.ended(end, null), "subscription cancelled");
        }
    }

    private void changeByDate() {
        var change = now.schedule().change();
        if (change != null && due(now.changesOn())) {
            var due =
                    Changing.due(
                            now,
                            open,
                            new PlanFacts(
                                    interval(change.plan()),
                                    null,
                                    leadDays,
                                    chargedIn(change.plan())));
            apply(due.items());
            keep(due.change());
        }
    }

    private boolean due(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today);
    }

    private boolean isAfterToday(@Nullable LocalDate day) {
        return day == null || day.isAfter(today);
    }

    private void keep(SubscriptionContract after, String what) {
        now = after;
        told.add(today + " " + what);
    }

    private void bill(DueTerm term) {
        assertThat(term.fault()).isNull();
        term.charges().forEach(ledger::bill);
    }

    private void advance(DueTerm term) {
        now =
                now.edit()
                        .billedUntil(term.billedUntil())
                        .nextTerm(term.nextTerm())
                        .nextBillOn(term.nextBillOn())
                        .setupFeeBilled()
                        .done();
    }

    private BillingBasis basis() {
        return BasisOf.monthly("USD", now.startedOn().toString())
                .basis(setting.firstPeriod())
                .standing(now, items)
                .counting(DayCount.of(mode, now.interval()));
    }

    private void apply(ItemStep step) {
        switch (step) {
            case ItemStep.Untouched _ -> {}
            case ItemStep.Reopened reopened -> {
                items = reopened.applied(items);
                open =
                        open.stream()
                                .map(
                                        one ->
                                                new OpenItem(
                                                        one.id(),
                                                        one.addon(),
                                                        one.quantity(),
                                                        null,
                                                        reopened.from()))
                                .toList();
            }
            case Changed changed -> change(changed);
            case ItemStep.Both(var first, var then) -> {
                apply(first);
                apply(then);
            }
        }
    }

    private void change(Changed changed) {
        var begun = new ArrayList<Item>();
        var left = new ArrayList<OpenItem>();
        var ended = changed.ended();
        open.stream().filter(one -> !ended.contains(one.id())).forEach(left::add);
        for (var version : changed.versions()) {
            var sold = version.addon() == null ? version.plan() : version.addon();
            begun.add(
                    item(
                            version.item(),
                            version.addon() == null ? ItemKind.PLAN : ItemKind.ADDON,
                            Objects.requireNonNull(sold),
                            version.quantity(),
                            changed.on()));
            left.add(
                    version.addon() == null ? 0 : left.size(),
                    new OpenItem(
                            version.item(),
                            version.addon(),
                            version.quantity(),
                            null,
                            changed.on()));
        }
        items = changed.applied(items, begun);
        open = List.copyOf(left);
    }

    /** One of the monthly plans is billed in advance in any case. */
    private ChargeTime chargedIn(UUID plan) {
        return arrears && !plan.equals(PRO) ? ChargeTime.ARREARS : ChargeTime.ADVANCE;
    }

    private static Interval interval(UUID plan) {
        return plan.equals(YEARLY) ? YEAR : MONTH;
    }

    private static Item item(UUID id, ItemKind kind, UUID sold, int quantity, LocalDate from) {
        var price =
                sold.equals(GOLD)
                        ? "31"
                        : sold.equals(PRO) ? "62" : sold.equals(YEARLY) ? "365" : "3.33";
        return BasisOf.item(kind, "Item", quantity, price, false).of(id).holding(from, null);
    }

    @Override
    public String toString() {
        return String.join("\n", told);
    }

    /** Lines, and the days of items that they bill. */
    private static final class Ledger {
        private final List<Line> lines = new ArrayList<>();

        private static final class Line {
            private final UUID item;
            private final Days days;
            private final Money amount;
            private final Explanation why;
            private Money credited;
            private LocalDate until;

            private Line(ItemCharge charge) {
                item = Objects.requireNonNull(charge.item());
                days = Objects.requireNonNull(charge.period());
                amount = charge.amount();
                why = charge.explanation();
                credited = Money.zero(amount.getCurrencyUnit());
                until = days.until();
            }
        }

        void bill(ItemCharge charge) {
            if (charge.period() != null) {
                lines.add(new Line(charge));
            }
        }

        /** As {@code Crediting} gives back, line by line. */
        void credit(Unused unused) {
            for (var line : lines) {
                if (unused.items() != null && !unused.items().contains(line.item)
                        || !unused.from().isBefore(line.days.until())) {
                    continue;
                }
                var first =
                        unused.from().isBefore(line.days.from()) ? line.days.from() : unused.from();
                var billed = line.why.countedDays(line.days);
                var used = line.why.counting().used(line.days, first, unused.at(), billed);
                var left =
                        billed == 0
                                ? Money.zero(line.amount.getCurrencyUnit())
                                : Proration.unused(line.amount, used, billed).minus(line.credited);
                if (left.isPositive()) {
                    line.credited = line.credited.plus(left);
                }
                if (first.isBefore(line.until)) {
                    line.until = first;
                    assertThat(line.amount.minus(line.credited))
                            .isEqualTo(
                                    billed == 0
                                            ? line.amount
                                            : Proration.used(line.amount, used, billed));
                }
            }
        }

        void mustNotOverlap() {
            var billed = new HashSet<Served>();
            for (var line : lines) {
                for (var day = line.days.from(); day.isBefore(line.until); day = day.plusDays(1)) {
                    assertThat(billed.add(new Served(line.item, day))).as("%s twice", day).isTrue();
                }
            }
        }

        Set<Served> billedBefore(LocalDate today) {
            var billed = new HashSet<Served>();
            for (var line : lines) {
                for (var day = line.days.from();
                        day.isBefore(line.until) && day.isBefore(today);
                        day = day.plusDays(1)) {
                    billed.add(new Served(line.item, day));
                }
            }
            return billed;
        }

        @Nullable LocalDate billedUntil() {
            return lines.stream()
                    .filter(line -> line.days.from().isBefore(line.until))
                    .map(line -> line.until)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }
    }
}
