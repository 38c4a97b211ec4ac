package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingCheckTests {

    @ParameterizedTest(name = "{0}, package {1}, tiers {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    # model,   package, tiers,         faults
                    FLAT,      ,        '',            ''
                    PER_UNIT,  ,        '',            ''
                    PACKAGE,   1,       '',            ''
                    GRADUATED, ,        '*:1',         ''
                    VOLUME,    ,        '1:2 2:1 *:0', ''
                    VOLUME,    ,        '*:0.000000000001', ''
                    PER_UNIT,  10,      '',            packageSize
                    PER_UNIT,  ,        '*:1',         tiers
                    PACKAGE,   ,        '',            packageSize
                    PACKAGE,   0,       '',            packageSize
                    PACKAGE,   1000001, '',            packageSize
                    GRADUATED, 5,       '*:1',         packageSize
                    GRADUATED, ,        '',            tiers
                    GRADUATED, ,        '10:1',        tiers[0].upTo
                    GRADUATED, ,        '*:2 *:1',     tiers[0].upTo
                    GRADUATED, ,        '0:2 *:1',     tiers[0].upTo
                    GRADUATED, ,        '5:3 5:2 *:1', tiers[1].upTo
                    GRADUATED, ,        '5:3 4:2 *:1', tiers[1].upTo
                    GRADUATED, ,        '1000001:1 *:1', tiers[0].upTo
                    GRADUATED, ,        '*:-0.001',    tiers[0].unitPrice
                    GRADUATED, ,        '*:0.0000000000001', tiers[0].unitPrice
                    GRADUATED, ,        '*:100000000000.01', tiers[0].unitPrice
                    """)
    void whatDoesNotFitIsNamed(
            PricingModel model, @Nullable Integer size, String tiers, String fault) {
        assertThat(faults(model, size, tiers))
                .containsExactly(fault.isEmpty() ? new String[0] : new String[] {"here." + fault});
    }

    @Test
    void thereAreAtMostFiftyTiers() {
        var tiers = new StringBuilder();
        for (var i = 1; i <= 50; i++) {
            tiers.append(i).append(":1 ");
        }

        assertThat(faults(PricingModel.VOLUME, null, tiers + "*:1")).containsExactly("here.tiers");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,       ,        ''
                    1,       1,       ''
                    5,       1000000, ''
                    0,       ,        q.least
                    1000001, ,        q.least
                    1,       0,       q.most q.most
                    5,       4,       q.most
                    1,       1000001, q.most
                    """)
    void limitsAreChecked(int least, @Nullable Integer most, String paths) {
        var faults = new Faults();

        new QuantityLimits(least, most).checkThemselves(faults, "q");

        assertThat(faults.found())
                .extracting(FieldFault::path)
                .containsExactly(paths.isEmpty() ? new String[0] : paths.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, ,   0,       'must be between 1 and 1000000'
                    1, ,   1,       ''
                    1, ,   1000000, ''
                    1, ,   1000001, 'must be between 1 and 1000000'
                    2, 10, 1,       'must be between 2 and 10'
                    2, 10, 2,       ''
                    2, 10, 10,      ''
                    2, 10, 11,      'must be between 2 and 10'
                    1, 1,  2,       'must be 1'
                    """)
    void aQuantityIsWithinItsLimits(
            int least, @Nullable Integer most, int quantity, String message) {
        var faults = new Faults();

        new QuantityLimits(least, most).check(faults, "quantity", quantity);

        assertThat(faults.found())
                .extracting(FieldFault::message)
                .containsExactly(message.isEmpty() ? new String[0] : new String[] {message});
    }

    private static java.util.List<String> faults(
            PricingModel model, @Nullable Integer size, String tiers) {
        var faults = new Faults();
        var given =
                tiers.isEmpty()
                        ? new ArrayList<PriceTier>()
                        : PricingTests.pricing(PricingModel.VOLUME, BigDecimal.ZERO, tiers).tiers();
        PricingCheck.checked(faults, "here", model, Money.of(CurrencyUnit.USD, 1), size, given);
        return faults.found().stream().map(FieldFault::path).toList();
    }
}
