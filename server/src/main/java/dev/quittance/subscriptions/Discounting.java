package dev.quittance.subscriptions;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.LargestRemainder;
import dev.quittance.subscriptions.Discounted.AmountOff;
import dev.quittance.subscriptions.Discounted.PercentOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.joda.money.Money;

/**
 * What coupons take off the lines of a bill, before tax and in the price's own basis: percentages
 * first, one after the other and rounded half up with the line; then amounts, each spread over the
 * lines it acts on by largest remainder. No line goes below zero; what is left of an amount lapses.
 */
public interface Discounting {

    /** The same lines, lowered by {@code coupons} in their order. */
    static List<ItemCharge> of(List<AppliedCoupon> coupons, List<ItemCharge> charges) {
        if (coupons.isEmpty()) {
            return charges;
        }
        var lines = new ArrayList<Line>();
        for (var charge : charges) {
            lines.add(Line.of(charge, coupons));
        }
        for (var coupon : coupons) {
            if (coupon.amount() != null) {
                spread(coupon, coupon.amount(), lines);
            }
        }
        return lines.stream().map(Line::charge).toList();
    }

    private static void spread(AppliedCoupon coupon, Money amount, List<Line> lines) {
        var places =
                IntStream.range(0, lines.size())
                        .filter(i -> coupon.actsOn(lines.get(i).charge))
                        .toArray();
        var left = IntStream.of(places).mapToLong(i -> Amounts.minor(lines.get(i).left)).toArray();
        var total = Math.min(Amounts.minor(amount), LongStream.of(left).sum());
        var parts =
                LargestRemainder.split(
                        total, LongStream.of(left).mapToObj(BigDecimal::valueOf).toList());
        for (var i = 0; i < places.length; i++) {
            // A rounded-up part is at most one unit above its share, and so never above the line.
            lines.get(places[i]).take(coupon, parts[i]);
        }
    }

    /** A line while coupons act on it. */
    final class Line {
        private final ItemCharge charge;
        private final List<PercentOff> percents;
        private final BigDecimal exact;
        private final List<AmountOff> amounts = new ArrayList<>();
        private Money left;

        private Line(ItemCharge charge, List<PercentOff> percents, BigDecimal exact) {
            this.charge = charge;
            this.percents = percents;
            this.exact = exact;
            this.left =
                    percents.isEmpty()
                            ? charge.amount()
                            : Amounts.round(exact, charge.amount().getCurrencyUnit());
        }

        static Line of(ItemCharge charge, List<AppliedCoupon> coupons) {
            var percents = new ArrayList<PercentOff>();
            var exact = exact(charge);
            for (var coupon : coupons) {
                var percent = coupon.percent();
                if (percent != null && coupon.actsOn(charge)) {
                    percents.add(new PercentOff(coupon.code(), percent));
                    exact = exact.multiply(rest(percent));
                }
            }
            return new Line(charge, List.copyOf(percents), exact);
        }

        void take(AppliedCoupon coupon, long minor) {
            if (minor != 0) {
                var off = Money.ofMinor(left.getCurrencyUnit(), minor);
                amounts.add(new AmountOff(coupon.code(), off.getAmount()));
                left = left.minus(off);
            }
        }

        ItemCharge charge() {
            return percents.isEmpty() && amounts.isEmpty()
                    ? charge
                    : charge.discounted(
                            left,
                            new Discounted(
                                    left.getCurrencyUnit().getCode(),
                                    charge.explanation(),
                                    percents,
                                    exact,
                                    amounts));
        }

        /** Before rounding, where that is known. */
        private static BigDecimal exact(ItemCharge charge) {
            return switch (charge.explanation()) {
                case Explanation.Recurring recurring -> recurring.exact();
                case Explanation.Priced priced -> priced.exact();
                case Explanation.SetupFee _,
                        Explanation.Unused _,
                        Explanation.Credited _,
                        Explanation.Entered _,
                        Explanation.TakenOver _,
                        Discounted _ ->
                        charge.amount().getAmount();
            };
        }

        private static BigDecimal rest(BigDecimal percent) {
            return BigDecimal.ONE.subtract(percent.movePointLeft(2));
        }
    }
}
