package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.platform.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is to be.
 *
 * @param nextTerm the period that is billed first
 * @param items the plan first
 */
public record NewSubscription(
        UUID id,
        UUID customer,
        UUID billingGroup,
        UUID plan,
        String currency,
        Interval interval,
        SubscriptionPhase phase,
        LocalDate startedOn,
        int nextTerm,
        @Nullable LocalDate minimumTermEndsOn,
        List<Item> items) {

    /**
     * A plan or addon it is made of.
     *
     * @param addon null for the plan
     * @param ownPrice agreed with the customer; null for the catalog's
     */
    public record Item(UUID id, @Nullable UUID addon, int quantity, @Nullable BigDecimal ownPrice) {

        public static Item plan(int quantity, @Nullable BigDecimal ownPrice) {
            return new Item(Ids.next(), null, quantity, ownPrice);
        }

        public static Item addon(UUID addon, int quantity, @Nullable BigDecimal ownPrice) {
            return new Item(Ids.next(), addon, quantity, ownPrice);
        }

        ItemKind kind() {
            return addon == null ? ItemKind.PLAN : ItemKind.ADDON;
        }
    }

    /** Who gets what: the part of a new subscription that no date changes. */
    public record Terms(
            UUID customer,
            UUID billingGroup,
            UUID plan,
            String currency,
            Interval interval,
            @Nullable Integer minimumTermMonths,
            List<Item> items) {}

    /**
     * A subscription that starts on {@code startOn}: ahead of today it waits for its day, in the
     * past it is billed from the present period on.
     */
    public static NewSubscription starting(Terms terms, LocalDate startOn, LocalDate today) {
        var months = terms.minimumTermMonths();
        return new NewSubscription(
                Ids.next(),
                terms.customer(),
                terms.billingGroup(),
                terms.plan(),
                terms.currency(),
                terms.interval(),
                startOn.isAfter(today) ? SubscriptionPhase.FUTURE : SubscriptionPhase.LIVE,
                startOn,
                BillingDates.termOf(startOn, terms.interval(), today),
                months == null ? null : startOn.plusMonths(months),
                terms.items());
    }

    /** The subscription as it is on its first day with us. */
    public SubscriptionContract agreed(String number, Instant at) {
        return new SubscriptionContract(
                id,
                number,
                customer,
                billingGroup,
                plan,
                currency,
                phase,
                CollectionState.CLEAR,
                interval,
                startedOn,
                startedOn,
                null,
                nextTerm,
                BillingDates.date(startedOn, interval, nextTerm),
                false,
                minimumTermEndsOn,
                null,
                null,
                null,
                at);
    }
}
