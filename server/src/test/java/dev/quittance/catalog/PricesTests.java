package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    USD 0,              ''
                    USD 29.00,          ''
                    USD 29.005,         prices[0].price.amount
                    USD 29.500,         ''
                    JPY 1000,           ''
                    JPY 1000.5,         prices[0].price.amount
                    KWD 1.005,          ''
                    KWD 1.0005,         prices[0].price.amount
                    USD -0.01,          prices[0].price.amount
                    USD 100000000000,   ''
                    USD 100000000000.01, prices[0].price.amount
                    JPY 10000000000001, prices[0].price.amount
                    """)
    void aPrice(String price, String fault) {
        assertThat(faults(input(price, null)))
                .extracting(FieldFault::path)
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {fault});
    }

    @Test
    void aPlanHasAtLeastOnePriceAndOnePerCurrency() {
        assertThat(faults()).extracting(FieldFault::path).containsExactly("prices");
        assertThat(faults(input("USD 1", null), input("EUR 1", null), input("USD 2", null)))
                .containsExactly(new FieldFault("prices[2].price.currency", "has a price already"));
    }

    @Test
    void aSetupFeeIsInTheCurrencyOfThePrice() {
        assertThat(faults(input("USD 1", "EUR 5")))
                .extracting(FieldFault::path)
                .containsExactly("prices[0].setupFee.currency");
    }

    @Test
    void aSetupFeeOfNothingIsNone() {
        var prices = Prices.ofPlan(new Faults(), List.of(input("USD 1", "USD 0.00")));

        assertThat(prices)
                .containsExactly(
                        PlanPrice.of(
                                Money.of(CurrencyUnit.USD, 1),
                                null,
                                Pricing.perUnit(new BigDecimal("1.00"))));
    }

    private static List<FieldFault> faults(PlanPriceInput... given) {
        var faults = new Faults();
        Prices.ofPlan(faults, Arrays.asList(given));
        return faults.found();
    }

    private static PlanPriceInput input(String price, @Nullable String fee) {
        return PlanPriceInput.perUnit(money(price), fee == null ? null : money(fee));
    }

    private static MoneyInput money(String text) {
        var parts = text.split(" ");
        return new MoneyInput(new BigDecimal(parts[1]), CurrencyUnit.of(parts[0]));
    }
}
