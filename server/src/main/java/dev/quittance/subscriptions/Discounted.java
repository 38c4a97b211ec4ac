package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An amount that coupons have lowered.
 *
 * @param charge how the amount before them came about
 * @param percents taken off first, one after the other
 * @param exact the amount after these, before rounding
 * @param amounts taken off then, in their order
 */
public record Discounted(
        String currency,
        Explanation charge,
        List<PercentOff> percents,
        BigDecimal exact,
        List<AmountOff> amounts)
        implements Explanation {

    public Discounted {
        percents = List.copyOf(percents);
        amounts = List.copyOf(amounts);
    }

    /** A coupon's percentage. */
    public record PercentOff(String code, BigDecimal percent) {}

    /** A coupon's part in this line. */
    public record AmountOff(String code, BigDecimal amount) {}

    /** What acts on the line, in few words: {@code 10 % off: SPRING}. */
    String label() {
        return Stream.concat(
                        percents.stream()
                                .map(
                                        off ->
                                                "%s %% off: %s"
                                                        .formatted(
                                                                percent(off.percent()),
                                                                off.code())),
                        amounts.stream()
                                .map(
                                        off ->
                                                "%s off: %s"
                                                        .formatted(
                                                                Explanation.price(
                                                                        currency, off.amount()),
                                                                off.code())))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Counting counting() {
        return charge.counting();
    }

    @Override
    public long countedDays(Days line) {
        return charge.countedDays(line);
    }

    @Override
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.addAll(percents.isEmpty() ? charge.sentences() : unrounded());
        for (var off : percents) {
            sentences.add("Coupon %s: %s %% off".formatted(off.code(), percent(off.percent())));
        }
        if (!percents.isEmpty()) {
            var rounding = Explanation.rounding(currency, exact);
            sentences.add(
                    rounding == null
                            ? "That is %s".formatted(Explanation.price(currency, exact))
                            : rounding);
        }
        for (var off : amounts) {
            sentences.add(
                    "Coupon %s: −%s"
                            .formatted(off.code(), Explanation.price(currency, off.amount())));
        }
        return List.copyOf(sentences);
    }

    /** Percentages act before the only rounding. */
    private List<String> unrounded() {
        return switch (charge) {
            case Recurring recurring -> recurring.basis();
            case Priced priced -> priced.basis();
            case SetupFee _, Unused _, Credited _, Entered _, TakenOver _, Discounted _ ->
                    charge.sentences();
        };
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
