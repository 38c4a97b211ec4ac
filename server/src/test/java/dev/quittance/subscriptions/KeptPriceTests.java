package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.MONTHLY;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Pricing;
import dev.quittance.subscriptions.BillingBasis.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who keeps a former price, and from which period on the new one holds. */
class KeptPriceTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # kept until, billed by month from 31 January on: 10 is the former price, 12 the new one
                    ,             10 10 10 10
                    2027-01-31,   12 12 12 12
                    2027-02-01,   10 12 12 12
                    2027-02-28,   10 12 12 12
                    2027-03-01,   10 10 12 12
                    2027-03-31,   10 10 12 12
                    2027-04-01,   10 10 10 12
                    """)
    void aPeriodThatBeginsOnTheDayOrLaterIsBilledAtTheNewPrice(
            @Nullable LocalDate until, String prices) {
        var due = monthly("USD", "2027-01-31", keeping("12", "10", until)).due("2027-04-30");

        assertThat(due.stream().map(KeptPriceTests::amount))
                .containsExactly(prices.replaceAll("\\d+", "$0.00").split(" "));
    }

    @Test
    void aKeptPriceSaysThatItIsOne() {
        var charge =
                monthly("USD", "2027-01-01", keeping("12", "10", null))
                        .due("2027-01-01")
                        .getFirst()
                        .charges()
                        .getFirst();

        assertThat(charge.explanation().sentences())
                .containsExactly("1 × USD 10.00, per month, the price you keep", "31 of 31 days");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # next term, moves on,   from
                    2027-02-28,  ,
                    2027-02-28,  2027-02-01, 2027-02-28
                    2027-02-28,  2027-02-28, 2027-02-28
                    2027-02-28,  2027-03-01, 2027-03-31
                    2027-02-28,  2027-03-31, 2027-03-31
                    2027-02-28,  2027-04-15, 2027-04-30
                    """)
    void aSubscriptionMovesWithItsFirstPeriodFromThatDayOn(
            LocalDate nextTerm, @Nullable LocalDate movesOn, @Nullable LocalDate from) {
        var payer =
                new PriceMove.Payer(
                        UUID.randomUUID(),
                        "USD",
                        MONTHLY,
                        LocalDate.of(2027, 1, 31),
                        nextTerm,
                        3,
                        Pricing.perUnit(new BigDecimal("10")));

        var move = payer.moved(Pricing.perUnit(new BigDecimal("12.5")), movesOn);

        assertThat(move.from()).isEqualTo(from);
        assertThat(List.of(move.before(), move.after()))
                .containsExactly(
                        Money.parse("USD 30.00"),
                        Money.parse(from == null ? "USD 30.00" : "USD 37.50"));
    }

    private static Item keeping(String price, String former, @Nullable LocalDate until) {
        var item = plan(1, price);
        return new Item(
                item.id(),
                item.kind(),
                item.name(),
                item.quantity(),
                item.price(),
                new KeptPrice(Pricing.perUnit(new BigDecimal(former)), until),
                false,
                item.recurrence(),
                null,
                false,
                item.from(),
                null);
    }

    private static String amount(DueTerm term) {
        return term.charges().getFirst().amount().getAmount().toPlainString();
    }
}
