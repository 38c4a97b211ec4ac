package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of periods by seconds. */
class BySecondTests {
    private static final Interval MONTH = new Interval(1, IntervalUnit.MONTH);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            textBlock =
                    """
                    # zone, at, whole price, left, seconds of the month, charge, used of the line
                    UTC,                 2027-03-15T10:00:00, USD 31.00,  1432800, 2678400, USD 16.58,  USD 14.42
                    UTC,                 2027-03-01T00:00:00, USD 31.00,  2678400, 2678400, USD 31.00,  USD 0.00
                    UTC,                 2027-03-01T00:00:01, USD 31.00,  2678399, 2678400, USD 31.00,  USD 0.00
                    UTC,                 2027-03-31T23:59:59, USD 31.00,  1,       2678400, USD 0.00,   USD 31.00
                    # a leap year
                    UTC,                 2028-02-29T00:00:00, USD 29.00,  86400,   2505600, USD 1.00,   USD 28.00
                    UTC,                 2027-02-28T00:00:00, USD 28.00,  86400,   2419200, USD 1.00,   USD 27.00
                    # an hour less in March, an hour more in October
                    Europe/Berlin,       2027-03-28T12:00:00, JPY 1000,   302400,  2674800, JPY 113,    JPY 887
                    Europe/Berlin,       2027-03-28T01:00:00, EUR 743.00, 338400,  2674800, EUR 94.00,  EUR 649.00
                    Europe/Berlin,       2027-10-31T00:00:00, EUR 745.00, 90000,   2682000, EUR 25.00,  EUR 720.00
                    America/New_York,    2027-11-07T00:00:00, KWD 10.000, 2077200, 2595600, KWD 8.003,  KWD 1.997
                    America/New_York,    2027-03-14T00:00:00, USD 743.00, 1551600, 2674800, USD 431.00, USD 312.00
                    Australia/Sydney,    2027-10-03T00:00:00, AUD 743.00, 2502000, 2674800, AUD 695.00, AUD 48.00
                    Australia/Sydney,    2027-04-04T00:00:00, AUD 721.00, 2336400, 2595600, AUD 649.00, AUD 72.00
                    # a day that begins at one o'clock
                    America/Sao_Paulo,   2018-11-04T01:00:00, BRL 719.00, 2329200, 2588400, BRL 647.00, BRL 72.00
                    """)
    void theSecondsThatRemainArePaidFor(
            String zone,
            LocalDateTime at,
            String price,
            long left,
            long of,
            String charge,
            String used) {
        var where = ZoneId.of(zone);
        var cut = at.atZone(where).toInstant();
        var term = month(at.toLocalDate());
        var whole = Money.parse(price);
        var counting = DayCount.SECONDS.in(where).since(cut);
        var served = new Days(at.toLocalDate(), term.until());

        assertThat(counting.whole(term, MONTH)).isEqualTo(of);
        assertThat(counting.part(served, term, MONTH)).isEqualTo(left);
        assertThat(charge(whole, left, of)).hasToString(charge);
        var usedSeconds = counting.used(term, served.from(), cut, of);
        assertThat(usedSeconds).isEqualTo(of - left);
        assertThat(Proration.used(whole, usedSeconds, of)).hasToString(used);
    }

    @Test
    void wholeDaysAreTheirSeconds() {
        var berlin = DayCount.SECONDS.in(ZoneId.of("Europe/Berlin"));
        var term = month(day("2027-03-01"));

        assertThat(berlin.part(new Days(day("2027-03-28"), day("2027-03-29")), term, MONTH))
                .isEqualTo(23 * 3600);
        assertThat(berlin.used(term, day("2027-03-29"), null, 2_674_800))
                .isEqualTo(28 * 86_400 - 3600);
        assertThat(berlin.used(term, day("2027-03-01"), null, 2_674_800)).isZero();
        assertThat(DayCount.of(ProrationMode.BY_SECOND, new Interval(2, IntervalUnit.WEEK)))
                .isEqualTo(DayCount.SECONDS);
    }

    @Test
    @Tag("T25")
    void theSecondChangeOfADayCutsWhatTheFirstBegan() {
        var utc = DayCount.SECONDS.in(ZoneOffset.UTC);
        var term = month(day("2027-03-01"));
        var on = day("2027-03-15");
        var ten = Instant.parse("2027-03-15T10:00:00Z");
        var three = Instant.parse("2027-03-15T15:00:00Z");
        var second = new Days(on, term.until());
        var billed = utc.since(ten).part(second, term, MONTH);
        var of = utc.whole(term, MONTH);

        assertThat(billed).isEqualTo(1_432_800);
        assertThat(charge(Money.parse("USD 62"), billed, of)).hasToString("USD 33.17");
        var used = utc.used(second, on, three, billed);
        assertThat(used).isEqualTo(5 * 3600);
        assertThat(Proration.used(Money.parse("USD 33.17"), used, billed)).hasToString("USD 0.42");
        assertThat(charge(Money.parse("USD 93"), utc.since(three).part(second, term, MONTH), of))
                .hasToString("USD 49.13");
        // The line that the first cut gives nothing back a second time.
        assertThat(utc.used(term, on, three, of)).isGreaterThan(utc.used(term, on, ten, of));
        // In the same second nothing of it is used, before it began neither.
        assertThat(utc.used(second, on, ten, billed)).isZero();
        assertThat(utc.used(second, on, null, billed)).isZero();
        // In another zone than it was billed in it never counts more than was billed.
        assertThat(utc.used(second, on, Instant.parse("2027-04-01T05:00:00Z"), billed))
                .isEqualTo(billed);
    }

    @Test
    @Tag("T25")
    void thePiecesOfAnyPeriodMakeUpTheWhole() {
        var zones =
                List.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Sydney",
                        "America/Sao_Paulo",
                        "Asia/Kathmandu");
        for (var seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var term = month(day("2018-01-01").plusMonths(random.nextInt(200)));
            var currency = List.of("USD", "JPY", "KWD").get(random.nextInt(3));
            var price = Money.ofMinor(CurrencyUnit.of(currency), random.nextInt(1_000_000));
            cutAtRandom(random, zone, term, price, "seed " + seed);
        }
    }

    /** As changes of quantity from one to one: what is kept of all lines is the whole. */
    private static void cutAtRandom(
            Random random, ZoneId zone, Days term, Money price, String story) {
        var counting = DayCount.SECONDS.in(zone);
        var of = counting.whole(term, MONTH);
        var start = term.from().atStartOfDay(zone).toInstant();
        var cuts = new TreeSet<Instant>();
        var several = random.nextInt(6);
        for (var i = 0; i < several; i++) {
            var far = random.nextBoolean() ? random.nextLong(of) : of - 1 - random.nextInt(90_000);
            cuts.add(start.plusSeconds(far));
        }
        var line = term;
        var billed = of;
        var amount = price;
        var kept = Money.zero(price.getCurrencyUnit());
        var seconds = 0L;
        for (var cut : cuts) {
            var on = LocalDate.ofInstant(cut, zone);
            var used = counting.used(line, on, cut, billed);
            var cost = Proration.used(amount, used, billed);
            assertThat(cost.isNegative() || cost.isGreaterThan(amount)).as(story).isFalse();
            seconds += used;
            kept = kept.plus(cost);
            line = new Days(on, term.until());
            billed = counting.since(cut).part(line, term, MONTH);
            amount = charge(price, billed, of);
        }
        assertThat(seconds + billed).as(story).isEqualTo(of);
        var off = kept.plus(amount).minus(price).abs();
        assertThat(off.getAmountMinorLong()).as(story).isLessThanOrEqualTo(cuts.size());
    }

    @Test
    void theLineSaysHowManySeconds() {
        var plan = BasisOf.plan(1, "31");
        var basis =
                BasisOf.monthly("USD", "2027-03-01", plan)
                        .billed("2027-03-15", 0)
                        .basis()
                        .counting(DayCount.SECONDS)
                        .since(Instant.parse("2027-03-15T10:00:00Z"));
        var charge = DueTerms.term(basis, 0, true).charges().getFirst();

        assertThat(charge.amount()).hasToString("USD 16.58");
        assertThat(charge.explanation().sentences()).contains("1,432,800 of 2,678,400 seconds");
        assertThat(charge.explanation().countedDays(new Days(day("2027-03-15"), day("2027-04-01"))))
                .isEqualTo(1_432_800);
        assertThat(
                        new Explanation.Unused(
                                        "USD",
                                        new BigDecimal("33.17"),
                                        18_000,
                                        1_432_800,
                                        new BigDecimal("0.42"),
                                        DayCount.SECONDS)
                                .sentences())
                .containsExactly(
                        "USD 33.17 was billed for 1,432,800 seconds",
                        "18,000 seconds used: USD 0.42",
                        "1,414,800 seconds not used: USD 32.75");
    }

    private static Money charge(Money price, long seconds, long of) {
        return Proration.charge(price.getAmount(), price.getCurrencyUnit(), seconds, of);
    }

    private static Days month(LocalDate day) {
        var first = day.withDayOfMonth(1);
        return new Days(first, first.plusMonths(1));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
