package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.Pricing;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A subscription to be billed, said in the few words a test needs. */
record BasisOf(
        String currency,
        Interval interval,
        LocalDate startedOn,
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate endsOn,
        @Nullable String setupFee,
        boolean free,
        @Nullable LocalDate customerStartsOn,
        @Nullable LocalDate customerEndsOn,
        List<Item> items,
        List<AppliedCoupon> coupons) {

    static final Interval MONTHLY = new Interval(1, IntervalUnit.MONTH);

    static BasisOf monthly(String currency, String startedOn, Item... items) {
        return new BasisOf(
                currency,
                MONTHLY,
                LocalDate.parse(startedOn),
                null,
                0,
                null,
                null,
                false,
                null,
                null,
                List.of(items),
                List.of());
    }

    static Item plan(int quantity, @Nullable String price) {
        return item(ItemKind.PLAN, "Gold", quantity, price, false);
    }

    static Item addon(int quantity, String price) {
        return item(ItemKind.ADDON, "Support", quantity, price, false);
    }

    static Item item(
            ItemKind kind, String name, int quantity, @Nullable String price, boolean own) {
        return new Item(
                UUID.randomUUID(),
                kind,
                name,
                quantity,
                price == null ? null : Pricing.perUnit(new BigDecimal(price)),
                null,
                own,
                Recurrence.EACH_PERIOD,
                null,
                false,
                LocalDate.of(1900, 1, 1),
                null);
    }

    static Item priced(ItemKind kind, int quantity, Pricing price, Recurrence recurrence) {
        return new Item(
                UUID.randomUUID(),
                kind,
                kind == ItemKind.PLAN ? "Gold" : "Support",
                quantity,
                price,
                null,
                false,
                recurrence,
                null,
                false,
                LocalDate.of(1900, 1, 1),
                null);
    }

    BasisOf every(int count, IntervalUnit unit) {
        return new BasisOf(
                currency,
                new Interval(count, unit),
                startedOn,
                billedUntil,
                nextTerm,
                endsOn,
                setupFee,
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    BasisOf billed(String until, int nextTerm) {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                LocalDate.parse(until),
                nextTerm,
                endsOn,
                setupFee,
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    BasisOf ending(String endsOn) {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                billedUntil,
                nextTerm,
                LocalDate.parse(endsOn),
                setupFee,
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    BasisOf setupFee(String fee) {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                billedUntil,
                nextTerm,
                endsOn,
                fee,
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    BasisOf forFree() {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                billedUntil,
                nextTerm,
                endsOn,
                setupFee,
                true,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    BasisOf customer(@Nullable String startsOn, @Nullable String endsOn) {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                billedUntil,
                nextTerm,
                this.endsOn,
                setupFee,
                free,
                startsOn == null ? null : LocalDate.parse(startsOn),
                endsOn == null ? null : LocalDate.parse(endsOn),
                items,
                coupons);
    }

    BasisOf coupons(AppliedCoupon... applied) {
        return new BasisOf(
                currency,
                interval,
                startedOn,
                billedUntil,
                nextTerm,
                endsOn,
                setupFee,
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                List.of(applied));
    }

    BillingBasis basis() {
        return basis(FirstPeriod.PRORATED);
    }

    BillingBasis basis(FirstPeriod firstPeriod) {
        return new BillingBasis(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                currency,
                interval,
                DayCount.CALENDAR.in(ZoneOffset.UTC),
                firstPeriod,
                0,
                ChargeTime.ADVANCE,
                startedOn,
                startedOn,
                billedUntil,
                nextTerm,
                endsOn,
                setupFee == null
                        ? null
                        : Money.of(CurrencyUnit.of(currency), new BigDecimal(setupFee)),
                free,
                customerStartsOn,
                customerEndsOn,
                items,
                coupons);
    }

    List<DueTerm> due(String day) {
        return DueTerms.due(basis(), LocalDate.parse(day));
    }
}
