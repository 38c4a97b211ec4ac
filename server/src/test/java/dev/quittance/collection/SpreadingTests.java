package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Payable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an amount is spread over invoices, the oldest due first. */
class SpreadingTests {
    private static final UUID OLD = new UUID(0, 1);
    private static final UUID NEW = new UUID(0, 2);

    @ParameterizedTest(name = "{0} minor {1}: {2} and {3}, {4} left")
    @CsvSource({
        "0,    USD, 0,    0,   0",
        "1,    USD, 1,    0,   0",
        "1000, USD, 1000, 0,   0",
        "1001, USD, 1000, 1,   0",
        "1500, JPY, 1000, 500, 0",
        "1501, KWD, 1000, 500, 1",
    })
    void theOldestFirst(long minor, String currency, long old, long young, long left) {
        var unit = CurrencyUnit.of(currency);
        var day = LocalDate.of(2028, 2, 29);
        var owed =
                List.of(new Payable(NEW, "INV-10", day, 500), new Payable(OLD, "INV-9", day, 1000));

        var spread = Spreading.oldestFirst(owed, Money.ofMinor(unit, minor));

        assertThat(paid(spread, OLD)).isEqualTo(old);
        assertThat(paid(spread, NEW)).isEqualTo(young);
        assertThat(spread.rest()).isEqualTo(Money.ofMinor(unit, left));
    }

    private static long paid(Spreading spread, UUID invoice) {
        return spread.shares().stream()
                .filter(share -> share.invoice().equals(invoice))
                .mapToLong(Share::minor)
                .sum();
    }
}
