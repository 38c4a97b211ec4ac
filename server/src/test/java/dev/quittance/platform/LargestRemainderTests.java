package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    100 | 1 1 1        | 34 33 33
                    1   | 1 1 1        | 1 0 0
                    0   | 5 7          | 0 0
                    10  | 0 0          | 0 0
                    10  | 0 3          | 0 10
                    5   | 19 7         | 4 1
                    -10 | 1 1 1        | -3 -3 -4
                    7   | 5.5 2.25     | 5 2
                    """)
    void leftOverUnitsGoToTheLargestRemainders(long total, String weights, String parts) {
        var split =
                LargestRemainder.split(
                        total, Arrays.stream(weights.split(" ")).map(BigDecimal::new).toList());
        if (total >= 0) {
            assertThat(split).containsExactly(longs(parts));
        }
        if (Arrays.stream(weights.split(" ")).anyMatch(weight -> !weight.equals("0"))) {
            assertThat(Arrays.stream(split).sum()).isEqualTo(total);
        }
    }

    @Test
    void thePartsAlwaysAddUp() {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++) {
            var weights =
                    random.longs(1 + random.nextInt(20), 0, 1_000_000)
                            .mapToObj(BigDecimal::valueOf)
                            .toList();
            var total = random.nextLong(-10_000_000_000L, 10_000_000_000L);
            var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var parts = LargestRemainder.split(total, weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(sum.signum() == 0 ? 0 : total);
        }
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
