package dev.quittance.subscriptions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.PricePart;
import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Why an amount is what it is: facts that are stored with a line, told as sentences. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Explanation.Recurring.class, name = "RECURRING"),
    @JsonSubTypes.Type(value = Explanation.Priced.class, name = "PRICED"),
    @JsonSubTypes.Type(value = Discounted.class, name = "DISCOUNTED"),
    @JsonSubTypes.Type(value = Explanation.SetupFee.class, name = "SETUP_FEE"),
    @JsonSubTypes.Type(value = Explanation.Unused.class, name = "UNUSED"),
    @JsonSubTypes.Type(value = Explanation.Credited.class, name = "CREDITED"),
    @JsonSubTypes.Type(value = Explanation.Entered.class, name = "ENTERED"),
    @JsonSubTypes.Type(value = Explanation.TakenOver.class, name = "TAKEN_OVER")
})
public sealed interface Explanation
        permits Explanation.Recurring,
                Explanation.Priced,
                Explanation.SetupFee,
                Explanation.Unused,
                Explanation.Credited,
                Explanation.Entered,
                Explanation.TakenOver,
                Discounted {

    /** Sentences that a customer understands. */
    List<String> sentences();

    /** How the line is counted when a part of it is given back. */
    default Counting counting() {
        return Counting.of(null, null);
    }

    /** How many days or seconds the line was billed for, counted like that. */
    default long countedDays(Days line) {
        return line.count();
    }

    /**
     * A plan or addon for some days of a period.
     *
     * @param ownPrice whether the price was agreed with this customer
     * @param days or seconds that are billed
     * @param of days or seconds of the whole period
     * @param exact the amount before rounding
     * @param dayCount null in lines from before there was a choice
     * @param zone in which its days begin; null in lines from before seconds were counted
     */
    record Recurring(
            String currency,
            BigDecimal quantity,
            BigDecimal unitPrice,
            boolean ownPrice,
            Interval interval,
            long days,
            long of,
            BigDecimal exact,
            @Nullable DayCount dayCount,
            @Nullable ZoneId zone)
            implements Explanation {

        @Override
        public List<String> sentences() {
            return rounded(basis(), currency, exact);
        }

        /** Without the rounding. */
        List<String> basis() {
            return List.of(
                    "%s × %s per %s, %s"
                            .formatted(
                                    quantity.stripTrailingZeros().toPlainString(),
                                    price(currency, unitPrice),
                                    each(interval),
                                    ownPrice ? "your own price" : "list price"),
                    part(days, of, counting().unit()));
        }

        @Override
        public Counting counting() {
            return Counting.of(dayCount, zone);
        }

        @Override
        public long countedDays(Days line) {
            return counting().unit() == DayCount.CALENDAR ? line.count() : days;
        }
    }

    /**
     * A plan or addon that is not simply priced by the unit, or is paid once.
     *
     * @param parts what the price of the quantity is made of
     * @param interval of the period; null for what is paid once
     * @param days or seconds that are billed; 0 for what is paid once
     * @param of days or seconds of the whole period
     * @param exact the amount before rounding
     * @param dayCount null in lines from before there was a choice
     * @param zone in which its days begin; null in lines from before seconds were counted
     */
    record Priced(
            String currency,
            int quantity,
            PricingModel model,
            List<PricePart> parts,
            PriceSource source,
            @Nullable Interval interval,
            long days,
            long of,
            BigDecimal exact,
            @Nullable DayCount dayCount,
            @Nullable ZoneId zone)
            implements Explanation {

        public Priced {
            parts = List.copyOf(parts);
        }

        static Priced recurring(
                BillingBasis basis, BillingBasis.Item item, long days, long of, BigDecimal exact) {
            return priced(basis, item, basis.interval(), days, of, exact);
        }

        static Priced once(BillingBasis basis, BillingBasis.Item item, BigDecimal exact) {
            return priced(basis, item, null, 0, 0, exact);
        }

        private static Priced priced(
                BillingBasis basis,
                BillingBasis.Item item,
                @Nullable Interval interval,
                long days,
                long of,
                BigDecimal exact) {
            var price = Objects.requireNonNull(item.price());
            return new Priced(
                    basis.currency(),
                    item.quantity(),
                    price.model(),
                    price.parts(item.quantity()),
                    item.source(),
                    interval,
                    days,
                    of,
                    exact,
                    basis.counting().unit(),
                    basis.counting().zone());
        }

        @Override
        public Counting counting() {
            return Counting.of(dayCount, zone);
        }

        @Override
        public long countedDays(Days line) {
            return counting().unit() == DayCount.CALENDAR ? line.count() : days;
        }

        /** What the whole quantity costs for a whole period. */
        public BigDecimal whole() {
            return parts.stream().map(PricePart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public List<String> sentences() {
            return rounded(basis(), currency, exact);
        }

        /** Without the rounding. */
        List<String> basis() {
            var sentences = new ArrayList<>(PriceSentences.of(this));
            if (interval != null) {
                sentences.add(part(days, of, counting().unit()));
            }
            return List.copyOf(sentences);
        }
    }

    /** Paid once, with the first invoice. */
    record SetupFee(String currency, BigDecimal amount) implements Explanation {

        @Override
        public List<String> sentences() {
            return List.of("%s, once, with the first invoice".formatted(price(currency, amount)));
        }
    }

    /**
     * Given back for days of a billed line that are not used.
     *
     * @param billed the line's amount
     * @param usedDays from the line's first day on
     * @param days of the line
     * @param used what the used days cost
     * @param dayCount what the days are: seconds, where these are counted; null for days
     */
    record Unused(
            String currency,
            BigDecimal billed,
            long usedDays,
            long days,
            BigDecimal used,
            @Nullable DayCount dayCount)
            implements Explanation {

        @Override
        public List<String> sentences() {
            return List.of(
                    "%s was billed for %s".formatted(price(currency, billed), count(days)),
                    "%s used: %s".formatted(count(usedDays), price(currency, used)),
                    "%s not used: %s"
                            .formatted(
                                    count(days - usedDays),
                                    price(currency, billed.subtract(used))));
        }

        private String count(long count) {
            return dayCount == DayCount.SECONDS ? secondCount(count) : Explanation.dayCount(count);
        }
    }

    /**
     * Given back of a billed line, by quantity or by amount.
     *
     * @param before what had been given back of it before
     * @param quantity null where it is given back by amount
     * @param of the line's quantity
     */
    record Credited(
            String currency,
            BigDecimal billed,
            BigDecimal before,
            @Nullable BigDecimal quantity,
            BigDecimal of,
            BigDecimal amount)
            implements Explanation {

        @Override
        public List<String> sentences() {
            var sentences = new ArrayList<String>();
            sentences.add("%s was billed".formatted(price(currency, billed)));
            if (before.signum() != 0) {
                sentences.add("%s of it had been credited".formatted(price(currency, before)));
            }
            sentences.add(
                    quantity == null
                            ? "%s credited now".formatted(price(currency, amount))
                            : "%s of %s units credited now: %s"
                                    .formatted(
                                            plain(quantity), plain(of), price(currency, amount)));
            return List.copyOf(sentences);
        }
    }

    /**
     * Entered by hand.
     *
     * @param percent taken off the line; null for none
     * @param exact the amount after that, before rounding
     * @param discounts that act then, in their order
     */
    record Entered(
            String currency,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable BigDecimal percent,
            BigDecimal exact,
            List<Discount> discounts)
            implements Explanation {

        public Entered {
            discounts = List.copyOf(discounts);
        }

        /**
         * What a line was lowered by.
         *
         * @param amount in the price's own basis
         */
        public record Discount(String label, BigDecimal amount) {}

        @Override
        public List<String> sentences() {
            var sentences = new ArrayList<String>();
            sentences.add("%s × %s".formatted(plain(quantity), price(currency, unitPrice)));
            if (percent != null) {
                sentences.add("%s %% discount".formatted(plain(percent)));
            }
            var rounding = rounding(currency, exact);
            if (rounding != null) {
                sentences.add(rounding);
            }
            for (var discount : discounts) {
                sentences.add(
                        "%s: −%s".formatted(discount.label(), price(currency, discount.amount())));
            }
            return List.copyOf(sentences);
        }
    }

    /** Billed by another system, before this one kept the books. */
    record TakenOver() implements Explanation {

        @Override
        public List<String> sentences() {
            return List.of("As billed by the former billing system");
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String each(Interval interval) {
        var unit = interval.unit().name().toLowerCase(Locale.ROOT);
        return interval.count() == 1 ? unit : "%d %ss".formatted(interval.count(), unit);
    }

    private static String part(long days, long of, DayCount counting) {
        return switch (counting) {
            case CALENDAR -> "%d of %s".formatted(days, dayCount(of));
            case FIXED_30 -> "%d of %s, each month counted as 30".formatted(days, dayCount(of));
            case SECONDS -> String.format(Locale.ROOT, "%,d of %s", days, secondCount(of));
        };
    }

    private static String dayCount(long count) {
        return count == 1 ? "1 day" : "%d days".formatted(count);
    }

    private static String secondCount(long count) {
        return count == 1 ? "1 second" : String.format(Locale.ROOT, "%,d seconds", count);
    }

    /** With the currency's decimals, and more where the price has them. */
    static String price(String currency, BigDecimal amount) {
        var least = CurrencyUnit.of(currency).getDecimalPlaces();
        var scale = Math.max(amount.stripTrailingZeros().scale(), least);
        return "%s %s"
                .formatted(currency, amount.setScale(scale, RoundingMode.HALF_UP).toPlainString());
    }

    private static List<String> rounded(List<String> basis, String currency, BigDecimal exact) {
        var sentences = new ArrayList<>(basis);
        var rounding = rounding(currency, exact);
        if (rounding != null) {
            sentences.add(rounding);
        }
        return List.copyOf(sentences);
    }

    static @Nullable String rounding(String currency, BigDecimal exact) {
        var places = CurrencyUnit.of(currency).getDecimalPlaces();
        var rounded = exact.setScale(places, RoundingMode.HALF_UP);
        if (rounded.compareTo(exact) == 0) {
            return null;
        }
        var shown = exact.setScale(places + 4, RoundingMode.DOWN);
        return "%s%s rounded to %s"
                .formatted(
                        price(currency, shown),
                        shown.compareTo(exact) == 0 ? "" : "…",
                        price(currency, rounded));
    }
}
