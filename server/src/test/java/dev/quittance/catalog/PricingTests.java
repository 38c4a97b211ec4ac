package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.catalog.PricePart.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTests {

    @ParameterizedTest(name = "{0} {1} {2} for {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    # model,   price, tiers or package size,      quantity, comes to
                    FLAT,      20.00, '',                         0,        20.00
                    FLAT,      20.00, '',                         1,        20.00
                    FLAT,      20.00, '',                         5000,     20.00
                    PER_UNIT,  4.50,  '',                         0,        0
                    PER_UNIT,  4.50,  '',                         1,        4.50
                    PER_UNIT,  4.50,  '',                         12,       54.00
                    PER_UNIT,  0.005, '',                         3,        0.015
                    PACKAGE,   9.00,  '10',                       0,        0
                    PACKAGE,   9.00,  '10',                       1,        9.00
                    PACKAGE,   9.00,  '10',                       9,        9.00
                    PACKAGE,   9.00,  '10',                       10,       9.00
                    PACKAGE,   9.00,  '10',                       11,       18.00
                    PACKAGE,   1000,  '1',                        7,        7000
                    GRADUATED, 0,     '10:5 50:4 *:3',            0,        0
                    GRADUATED, 0,     '10:5 50:4 *:3',            1,        5
                    GRADUATED, 0,     '10:5 50:4 *:3',            10,       50
                    GRADUATED, 0,     '10:5 50:4 *:3',            11,       54
                    GRADUATED, 0,     '10:5 50:4 *:3',            50,       210
                    GRADUATED, 0,     '10:5 50:4 *:3',            51,       213
                    GRADUATED, 0,     '10:5 50:4 *:3',            1000000,  3000060
                    GRADUATED, 20,    '10:0 *:1.5',               10,       20
                    GRADUATED, 20,    '10:0 *:1.5',               12,       23.0
                    GRADUATED, 0,     '*:0.0045',                 1001,     4.5045
                    VOLUME,    0,     '10:5 50:4 *:3',            0,        0
                    VOLUME,    0,     '10:5 50:4 *:3',            1,        5
                    VOLUME,    0,     '10:5 50:4 *:3',            10,       50
                    VOLUME,    0,     '10:5 50:4 *:3',            11,       44
                    VOLUME,    0,     '10:5 50:4 *:3',            50,       200
                    VOLUME,    0,     '10:5 50:4 *:3',            51,       153
                    VOLUME,    7,     '10:5 50:4 *:3',            51,       160
                    """)
    void aQuantityCosts(
            PricingModel model, BigDecimal price, String rest, int quantity, BigDecimal amount) {
        assertThat(pricing(model, price, rest).of(quantity)).isEqualByComparingTo(amount);
    }

    @Test
    void thePartsOfAGraduatedPriceNameTheirTiers() {
        var parts =
                pricing(PricingModel.GRADUATED, new BigDecimal("20"), "10:5 50:4 *:3").parts(55);

        assertThat(parts)
                .containsExactly(
                        PricePart.fixed(new BigDecimal("20")),
                        new PricePart(Kind.TIER, 10, new BigDecimal("5"), 1, 10),
                        new PricePart(Kind.TIER, 40, new BigDecimal("4"), 11, 50),
                        new PricePart(Kind.TIER, 5, new BigDecimal("3"), 51, null));
    }

    @Test
    void aVolumePriceIsOneOfOneTier() {
        var parts = pricing(PricingModel.VOLUME, BigDecimal.ZERO, "10:5 50:4 *:3").parts(11);

        assertThat(parts)
                .containsExactly(new PricePart(Kind.TIER, 11, new BigDecimal("4"), 11, 50));
    }

    @Test
    void theUnitsOfGraduatedTiersAreTheQuantity() {
        var pricing = pricing(PricingModel.GRADUATED, BigDecimal.ZERO, "1:9 2:8 7:6 30:5 *:4");

        new Random(7)
                .ints(500, 0, 60)
                .forEach(
                        quantity ->
                                assertThat(
                                                pricing.parts(quantity).stream()
                                                        .mapToInt(PricePart::count)
                                                        .sum())
                                        .isEqualTo(quantity));
    }

    @Test
    void thereIsNoQuantityBelowNone() {
        assertThatThrownBy(() -> Pricing.perUnit(BigDecimal.ONE).of(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** {@code 10:5 *:3} is 5 each up to unit 10, then 3; {@code 10} alone is a package's size. */
    static Pricing pricing(PricingModel model, BigDecimal price, String rest) {
        if (model == PricingModel.PACKAGE) {
            return new Pricing(model, price, Integer.valueOf(rest), List.of());
        }
        var tiers =
                rest.isEmpty()
                        ? List.<PriceTier>of()
                        : List.of(rest.split(" ")).stream().map(PricingTests::tier).toList();
        return new Pricing(model, price, null, tiers);
    }

    private static PriceTier tier(String text) {
        var parts = text.split(":");
        @Nullable Integer end = parts[0].equals("*") ? null : Integer.valueOf(parts[0]);
        return new PriceTier(end, new BigDecimal(parts[1]));
    }
}
