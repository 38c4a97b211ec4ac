package dev.quittance.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class NumberSeriesTests extends IntegrationTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired NumberSeries series;
    @Autowired TransactionalOperator transaction;

    @Test
    void numbersStartAnewEachYearIfThePatternNamesTheYear() {
        assertThat(take(SeriesKind.RECEIPT, DAY, 2).number(1)).isEqualTo("RCP-2027-000002");
        assertThat(take(SeriesKind.RECEIPT, DAY, 1).number(0)).isEqualTo("RCP-2027-000003");
        assertThat(take(SeriesKind.RECEIPT, DAY.plusYears(1), 1).number(0))
                .isEqualTo("RCP-2028-000001");
    }

    @Test
    void numbersGoOnThroughTheYearsIfItDoesNot() {
        assertThat(take(SeriesKind.SUBSCRIPTION, DAY, 1).number(0)).isEqualTo("S-0001");
        assertThat(take(SeriesKind.SUBSCRIPTION, DAY.plusYears(1), 1).number(0))
                .isEqualTo("S-0002");
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        var failing =
                transaction.transactional(
                        series.take(SeriesKind.INVOICE, DAY, 5)
                                .then(Mono.error(new IllegalArgumentException("stop"))));
        assertThatThrownBy(failing::block).isInstanceOf(IllegalArgumentException.class);

        assertThat(take(SeriesKind.INVOICE, DAY, 1).number(0)).isEqualTo("INV-2027-000001");
    }

    @Test
    void datesNeverRunBackwardsWithinASeries() {
        var later = LocalDate.of(2035, 6, 2);
        take(SeriesKind.CREDIT_NOTE, later, 1);

        assertThatThrownBy(() -> take(SeriesKind.CREDIT_NOTE, later.minusDays(1), 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(take(SeriesKind.CREDIT_NOTE, later, 1).first()).isEqualTo(2);
    }

    @Test
    void whoTakesAtTheSameTimeGetsNumbersOfTheirOwn() {
        var day = LocalDate.of(2040, 1, 1);
        var numbers =
                Flux.range(0, 20)
                        .flatMap(_ -> series.take(SeriesKind.RECEIPT, day, 3))
                        .map(NumberBlock::first)
                        .collectList()
                        .block();

        assertThat(new HashSet<>(requireNonNull(numbers))).hasSize(20);
        assertThat(take(SeriesKind.RECEIPT, day, 1).first()).isEqualTo(61);
    }

    @ParameterizedTest(name = "{0} of {1}, {2}")
    @CsvSource({
        "INV-{year}-{number:6}, 2027, 42",
        "INV-{year}-{number:6}, 2027, 1234567",
        "S-{number:4}, 2027, 7",
        "{number}/{year}, 2028, 99"
    })
    void theDatabaseWritesNumbersAsWeDo(String pattern, int year, long number) {
        var written =
                db.sql("select document_number(:pattern, :year, :number)")
                        .bind("pattern", pattern)
                        .bind("year", year)
                        .bind("number", number)
                        .mapValue(String.class)
                        .one()
                        .block();

        assertThat(written).isEqualTo(new NumberPattern(pattern).format(year, number));
    }

    private NumberBlock take(SeriesKind kind, LocalDate on, int count) {
        return requireNonNull(series.take(kind, on, count).block());
    }
}
