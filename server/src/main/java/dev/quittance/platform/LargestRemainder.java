package dev.quittance.platform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount into whole units so that the parts add up to it. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Splits {@code total} in proportion to {@code weights}: each part is rounded down, and the
     * units left over go to the largest remainders, to the first of equal ones.
     */
    public static long[] split(long total, List<BigDecimal> weights) {
        var parts = new long[weights.size()];
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return parts;
        }
        var remainders = new BigDecimal[parts.length];
        var left = BigInteger.valueOf(total);
        for (var i = 0; i < parts.length; i++) {
            var share = BigDecimal.valueOf(total).multiply(weights.get(i));
            var part = share.divide(sum, 0, RoundingMode.FLOOR);
            // The remainder over the common divisor, with its sign, orders like the remainder
            // itself.
            remainders[i] = share.subtract(part.multiply(sum)).multiply(signOf(sum));
            parts[i] = part.longValueExact();
            left = left.subtract(part.toBigIntegerExact());
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left.longValueExact())
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static BigDecimal signOf(BigDecimal number) {
        return BigDecimal.valueOf(number.signum());
    }
}
