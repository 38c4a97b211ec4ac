package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the invoice of a fee says. */
class LateFeeBillingTests extends LateInvoice {

    @Test
    void itIsAPartOfWhatIsStillDueAndNotTaxed() {
        bill("USD", "1000", shop.taxed("19"));
        set(Map.of("firstDays", 1, "times", 1, "percent", "1.5"));
        clock.moveTo(due.plusDays(1));
        // 1190.00 × 1.5 % = 17.85
        assertThat(fees()).containsExactly("1 1 1190.00 17.85 17.85");
        assertThat(amounts(feeInvoice())).isEqualTo("1785 0 1785");
        assertThat(description())
                .isEqualTo(
                        "Late fee for invoice %s, 1 day overdue: 1.5 %% of USD 1190.00"
                                .formatted(number()));
    }

    @Test
    void aLimitIsNamedWhereItDecides() {
        set(
                Map.of(
                        "firstDays",
                        1,
                        "times",
                        1,
                        "percent",
                        "0.1",
                        "amounts",
                        List.of(Map.of("currency", "USD", "least", "5", "most", "40"))));
        clock.moveTo(due.plusDays(1));
        assertThat(fees()).containsExactly("1 1 1000.00 5.00 5.00");
        assertThat(description()).endsWith(": 0.1 % of USD 1000.00, at least USD 5.00");
    }

    @ParameterizedTest
    @CsvSource({
        // 100033 × 1.5 % = 1500.495
        "JPY, 100033, '1 2 100033 1500 1500', 1500 0 1500",
        // 12.300 × 1.5 % = 0.1845
        "KWD, 12.300, '1 2 12.300 0.185 0.185', 185 0 185",
        // 33 × 1.5 % = 0.495: nothing to bill
        "JPY, 33,     , "
    })
    void otherCurrenciesHaveTheirOwnDigits(String currency, String price, String fee, String bill) {
        bill(currency, price, null);
        set(Map.of("firstDays", 2, "times", 1, "percent", "1.5"));
        clock.moveTo(due.plusDays(2));
        assertThat(noted()).isEqualTo(1);
        if (fee == null) {
            assertThat(fees()).isEmpty();
        } else {
            assertThat(fees()).containsExactly(fee);
            assertThat(amounts(feeInvoice())).isEqualTo(bill);
        }
    }

    @Test
    void aCurrencyWithoutAFixedFeeBearsNoneEvenIfOneIsSetLater() {
        bill("JPY", "50000", null);
        setOnce("USD", "25");
        clock.moveTo(due.plusDays(3));
        assertThat(noted()).isEqualTo(1);
        setOnce("JPY", "500");
        clock.moveTo(due.plusDays(10));
        assertThat(fees()).isEmpty();
        assertThat(noted()).isEqualTo(1);
    }
}
