package dev.quittance.organization;

import dev.quittance.organization.NumberSetting.Sequence;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Faults;
import dev.quittance.platform.FieldFault;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the merchant's documents are numbered, and what may be changed of it. */
@Service
class NumberSettings {
    private final DatabaseClient db;
    private final BusinessClock clock;
    private final History history;
    private final ForeignNumbers foreign;

    NumberSettings(
            DatabaseClient db, BusinessClock clock, History history, ForeignNumbers foreign) {
        this.db = db;
        this.clock = clock;
        this.history = history;
        this.foreign = foreign;
    }

    /** A pattern, and the number of the next document; as it comes when that is null. */
    record NumberWish(SeriesKind kind, String pattern, @Nullable Integer firstNumber) {}

    /** Every kind of document. */
    Mono<List<NumberSetting>> all() {
        return year().flatMapMany(this::settings).collectList();
    }

    Mono<Integer> year() {
        return clock.today().map(today -> today.getYear());
    }

    /** What the wish would come to; refuses what would repeat numbers or leave a gap. */
    Mono<NumberSetting> preview(NumberWish wish) {
        return Mono.zip(year(), all(), sequences(wish.kind()))
                .map(known -> decided(wish, known.getT2(), known.getT3(), known.getT1()))
                .delayUntil(this::checkForeign);
    }

    /** Keeps it, with the series held so that no document takes a number meanwhile. */
    @Transactional
    public Mono<NumberSetting> update(NumberWish wish) {
        return db.sql("select kind from number_series order by kind for update")
                .mapValue(String.class)
                .all()
                .then(Mono.defer(() -> preview(wish)))
                .flatMap(setting -> before(wish).flatMap(old -> keep(old, setting)));
    }

    /** Refuses what would repeat a number that another billing system gave. */
    private Mono<Void> checkForeign(NumberSetting setting) {
        return foreign.greatest(setting.kind(), setting.pattern(), setting.year())
                .filter(greatest -> greatest >= setting.nextNumber())
                .flatMap(greatest -> Mono.error(() -> repeats(setting, greatest)));
    }

    private static Refused repeats(NumberSetting setting, long greatest) {
        return new Refused(
                InvalidInput.of(
                        List.of(
                                new FieldFault(
                                        setting.begun() ? "pattern" : "firstNumber",
                                        "must not repeat numbers that were taken over: %s is there. %s"
                                                .formatted(
                                                        setting.pattern()
                                                                .format(setting.year(), greatest),
                                                        setting.begun()
                                                                ? "Choose another pattern"
                                                                : "Begin with %d or more"
                                                                        .formatted(
                                                                                greatest + 1))))));
    }

    private Mono<NumberSetting> before(NumberWish wish) {
        return all().map(all -> of(all, wish.kind()));
    }

    private static NumberSetting decided(
            NumberWish wish, List<NumberSetting> all, List<Sequence> sequences, int year) {
        var faults = new Faults();
        var others = all.stream().filter(one -> one.kind() != wish.kind()).toList();
        var setting =
                NumberSetting.wanted(
                        of(all, wish.kind()),
                        wish.pattern(),
                        wish.firstNumber(),
                        others,
                        sequences,
                        year,
                        faults);
        faults.orThrow();
        return Objects.requireNonNull(setting);
    }

    private static NumberSetting of(List<NumberSetting> all, SeriesKind kind) {
        return all.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private Mono<NumberSetting> keep(NumberSetting before, NumberSetting after) {
        return db.sql(
                        """
                        with changed as (
                          update number_series set pattern = :pattern where kind = :kind)
                        insert into number_sequence as s (kind, year, next_value) values (:kind, :year, :next)
                            on conflict (kind, year) do update set next_value = excluded.next_value
                         where s.next_value < excluded.next_value or s.last_on is null
                        """)
                .bind("pattern", after.pattern().text())
                .bind("kind", after.kind().name())
                .bind("year", after.year())
                .bind("next", after.nextNumber())
                .then()
                .then(history.add(List.of(entry(before, after))))
                .thenReturn(after);
    }

    private static HistoryEntry.New entry(NumberSetting before, NumberSetting after) {
        return new HistoryEntry.New(
                "ORGANIZATION",
                Organizations.HISTORY_ID,
                null,
                "numbers of %s changed".formatted(after.kind()),
                facts(before),
                facts(after),
                null);
    }

    private static Map<String, Object> facts(NumberSetting setting) {
        return Map.of("pattern", setting.pattern().text(), "next", setting.nextNumber());
    }

    private Flux<NumberSetting> settings(int present) {
        return db.sql(
                        """
                        select n.kind, n.pattern, y.year, coalesce(s.next_value, n.first_number) as next_value,
                               s.last_on is not null as begun
                          from number_series n
                         cross join lateral (select case when n.pattern like '%{year}%' then :year else 0 end as year) y
                          left join number_sequence s on s.kind = n.kind and s.year = y.year
                         order by n.kind
                        """)
                .bind("year", present)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new NumberSetting(
                                    column.choice("kind", SeriesKind.class),
                                    new NumberPattern(column.text("pattern")),
                                    column.integer("year"),
                                    column.number("next_value"),
                                    column.flag("begun"));
                        })
                .all();
    }

    private Mono<List<Sequence>> sequences(SeriesKind kind) {
        return db.sql(
                        """
                        select year, next_value, last_on is not null as begun from number_sequence where kind = :kind
                        """)
                .bind("kind", kind.name())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Sequence(
                                    column.integer("year"),
                                    column.number("next_value"),
                                    column.flag("begun"));
                        })
                .all()
                .collectList();
    }
}
