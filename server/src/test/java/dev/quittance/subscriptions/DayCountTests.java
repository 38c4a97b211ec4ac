package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of periods as if each month had 30 days. */
class DayCountTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # every,  period,                changed on, rest, of,  USD 90.00, JPY 100, KWD 1.000
                    1 MONTH,  2027-01-01 2027-02-01, 2027-01-16, 15,   30,  45.00,     50,      0.500
                    1 MONTH,  2027-01-01 2027-02-01, 2027-01-30, 1,    30,  3.00,      3,       0.033
                    1 MONTH,  2027-01-01 2027-02-01, 2027-01-31, 1,    30,  3.00,      3,       0.033
                    1 MONTH,  2027-02-01 2027-03-01, 2027-02-16, 15,   30,  45.00,     50,      0.500
                    1 MONTH,  2027-02-01 2027-03-01, 2027-02-28, 3,    30,  9.00,      10,      0.100
                    1 MONTH,  2028-02-01 2028-03-01, 2028-02-29, 2,    30,  6.00,      7,       0.067
                    1 MONTH,  2027-01-01 2027-02-01, 2027-01-01, 30,   30,  90.00,     100,     1.000
                    1 MONTH,  2027-01-31 2027-02-28, 2027-02-15, 15,   30,  45.00,     50,      0.500
                    1 MONTH,  2027-02-28 2027-03-31, 2027-03-15, 13,   30,  39.00,     43,      0.433
                    1 MONTH,  2027-02-28 2027-03-31, 2027-03-30, 0,    30,  0.00,      0,       0.000
                    3 MONTH,  2027-01-01 2027-04-01, 2027-03-01, 30,   90,  30.00,     33,      0.333
                    1 YEAR,   2028-01-01 2029-01-01, 2028-03-01, 300,  360, 75.00,     83,      0.833
                    1 YEAR,   2027-02-28 2028-02-28, 2027-08-28, 180,  360, 45.00,     50,      0.500
                    1 YEAR,   2028-02-29 2029-02-28, 2028-08-31, 179,  360, 44.75,     50,      0.497
                    """)
    void eachMonthCountsAsThirtyDays(
            String every,
            String period,
            LocalDate on,
            long rest,
            long of,
            String dollars,
            String yen,
            String dinars) {
        var interval = interval(every);
        var term = days(period);
        var count = DayCount.of(ProrationMode.FIXED_30, interval).in(ZoneOffset.UTC);
        var left = new Days(on, term.until());

        assertThat(count.whole(term, interval)).isEqualTo(of);
        assertThat(count.part(left, term, interval)).isEqualTo(rest);
        assertThat(charge("USD", "90", rest, of)).isEqualTo("USD " + dollars);
        assertThat(charge("JPY", "100", rest, of)).isEqualTo("JPY " + yen);
        assertThat(charge("KWD", "1", rest, of)).isEqualTo("KWD " + dinars);
        // What is given back of the whole line counts the same days.
        assertThat(count.used(term, on, null, of)).isEqualTo(of - rest);
    }

    @Test
    void thePartsOfEveryPeriodMakeUpTheWhole() {
        for (var start = day("2027-01-01");
                start.isBefore(day("2028-03-31"));
                start = start.plusDays(1)) {
            for (var months : new int[] {1, 3, 12}) {
                var interval = new Interval(months, IntervalUnit.MONTH);
                for (var n = 0; n < 3; n++) {
                    var term = BillingDates.term(start, interval, n);
                    var last = 0L;
                    for (var on = term.from(); on.isBefore(term.until()); on = on.plusDays(1)) {
                        var rest =
                                DayCount.FIXED_30
                                        .in(ZoneOffset.UTC)
                                        .part(new Days(on, term.until()), term, interval);
                        var used =
                                on.equals(term.from())
                                        ? 0
                                        : DayCount.FIXED_30
                                                .in(ZoneOffset.UTC)
                                                .part(new Days(term.from(), on), term, interval);
                        assertThat(used + rest).isEqualTo(30L * months);
                        assertThat(used).isGreaterThanOrEqualTo(last);
                        last = used;
                    }
                }
            }
        }
    }

    @Test
    void whatIsBilledByDaysOrWeeksCountsByTheCalendar() {
        assertThat(DayCount.of(ProrationMode.FIXED_30, interval("2 WEEK")))
                .isEqualTo(DayCount.CALENDAR);
        assertThat(DayCount.of(ProrationMode.BY_DAY, interval("1 MONTH")))
                .isEqualTo(DayCount.CALENDAR);
        var week = days("2027-01-01 2027-01-08");
        assertThat(DayCount.CALENDAR.in(ZoneOffset.UTC).whole(week, interval("1 WEEK")))
                .isEqualTo(7);
        assertThat(DayCount.CALENDAR.in(ZoneOffset.UTC).used(week, day("2027-01-03"), null, 7))
                .isEqualTo(2);
    }

    @Test
    void theLineSaysHowItWasCounted() {
        var basis =
                BasisOf.monthly("USD", "2027-02-16", BasisOf.plan(1, "90"))
                        .basis()
                        .counting(DayCount.FIXED_30)
                        .standing(
                                CancellationTests.contract(
                                        SubscriptionPhase.LIVE,
                                        "2027-02-01",
                                        "2027-02-16",
                                        0,
                                        null),
                                List.of(BasisOf.plan(1, "90")));
        var charge = DueTerms.term(basis, 0, true).charges().getFirst();

        assertThat(charge.amount()).hasToString("USD 45.00");
        assertThat(charge.explanation().sentences())
                .contains("15 of 30 days, each month counted as 30");
        assertThat(charge.explanation().countedDays(days("2027-02-16 2027-03-01"))).isEqualTo(15);
    }

    private static String charge(String currency, String price, long days, long of) {
        return Proration.charge(new BigDecimal(price), CurrencyUnit.of(currency), days, of)
                .toString();
    }

    private static Interval interval(String text) {
        var parts = text.split(" ");
        return new Interval(Integer.parseInt(parts[0]), IntervalUnit.valueOf(parts[1]));
    }

    private static Days days(String text) {
        var parts = text.split(" ");
        return new Days(day(parts[0]), day(parts[1]));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
