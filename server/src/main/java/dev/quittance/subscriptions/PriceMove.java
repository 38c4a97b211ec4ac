package dev.quittance.subscriptions;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.Pricing;
import dev.quittance.platform.Amounts;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a new price of a plan does to a subscription of it.
 *
 * @param before what a period of the plan costs at present
 * @param after what it will cost; the same where the price is kept
 * @param from the first day of the first period that costs so; null where the price is kept
 */
public record PriceMove(UUID subscription, Money before, Money after, @Nullable LocalDate from) {

    /**
     * A subscription that pays the catalog's price, or one it has kept.
     *
     * @param present what it is billed by next
     * @param nextTermOn the first day of the period that is billed next
     */
    record Payer(
            UUID subscription,
            String currency,
            Interval interval,
            LocalDate anchorOn,
            LocalDate nextTermOn,
            int quantity,
            Pricing present) {

        /**
         * @param movesOn null where the price is kept
         */
        PriceMove moved(Pricing next, @Nullable LocalDate movesOn) {
            var before = total(present);
            if (movesOn == null) {
                return new PriceMove(subscription, before, before, null);
            }
            return new PriceMove(subscription, before, total(next), firstTerm(movesOn));
        }

        /** The first period that begins on {@code day} or later and is not billed yet. */
        private LocalDate firstTerm(LocalDate day) {
            if (!nextTermOn.isBefore(day)) {
                return nextTermOn;
            }
            var term = BillingDates.termOf(anchorOn, interval, day);
            var start = BillingDates.date(anchorOn, interval, term);
            return start.isBefore(day) ? BillingDates.date(anchorOn, interval, term + 1) : start;
        }

        private Money total(Pricing pricing) {
            return Amounts.round(pricing.of(quantity), CurrencyUnit.of(currency));
        }
    }
}
