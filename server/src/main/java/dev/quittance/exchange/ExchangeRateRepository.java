package dev.quittance.exchange;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of rates of exchange. */
@Repository
class ExchangeRateRepository {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final DatabaseClient db;

    ExchangeRateRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The newest rate of each currency between two days, both included. */
    Flux<ExchangeRate> newest(
            CurrencyUnit base, Collection<String> currencies, LocalDate from, LocalDate on) {
        return db.sql(
                        """
                        select :base as base, c.currency, r.rate, r.on_day
                          from unnest(:currencies::text[]) as c (currency)
                         cross join lateral (select rate, on_day
                                               from exchange_rate
                                              where base = :base and currency = c.currency
                                                and on_day between :from and :on
                                              order by on_day desc
                                              limit 1) r
                        """)
                .bind("base", base.getCode())
                .bind("currencies", currencies.toArray(String[]::new))
                .bind("from", from)
                .bind("on", on)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new ExchangeRate(
                                    CurrencyUnit.of(column.text("base")),
                                    CurrencyUnit.of(column.text("currency")),
                                    column.decimal("rate"),
                                    column.day("on_day"));
                        })
                .all();
    }

    /** Newest first; of one currency only where it is named. */
    Flux<ListedRate> page(CurrencyUnit base, @Nullable String currency, Page page) {
        return db.sql(
                        """
                        select base, currency, on_day, rate, source
                          from exchange_rate
                         where base = :base
                           and (:currency::text is null or currency = :currency)
                           and (on_day < :afterDay or on_day = :afterDay and currency > :afterCurrency)
                         order by on_day desc, currency
                         limit :first + 1
                        """)
                .bind("base", base.getCode())
                .bind("currency", Given.sql(currency, String.class))
                .bind("afterDay", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                .bind("afterCurrency", Objects.requireNonNullElse(page.text(1), ""))
                .bind("first", page.first())
                .map(ExchangeRateRepository::listed)
                .all();
    }

    /** Keeps rates; those of days that are known already are replaced. */
    Mono<Long> keep(CurrencyUnit base, List<EnteredRate> rates, ListedRate.Source source) {
        return db.sql(
                        """
                        insert into exchange_rate (base, currency, on_day, rate, source)
                        select :base, r.currency, r.on_day, r.rate, :source
                          from unnest(:currencies::text[], :days::date[], :rates::numeric[]) as r (currency, on_day, rate)
                            on conflict (base, currency, on_day) do update
                           set rate = excluded.rate, source = excluded.source, changed_at = now()
                        """)
                .bind("base", base.getCode())
                .bind("source", source.name())
                .bind(
                        "currencies",
                        rates.stream().map(one -> one.currency().getCode()).toArray(String[]::new))
                .bind("days", rates.stream().map(EnteredRate::on).toArray(LocalDate[]::new))
                .bind("rates", rates.stream().map(EnteredRate::rate).toArray(BigDecimal[]::new))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> remove(CurrencyUnit base, CurrencyUnit currency, LocalDate on) {
        return db.sql(
                        "delete from exchange_rate where base = :base and currency = :currency and on_day = :on")
                .bind("base", base.getCode())
                .bind("currency", currency.getCode())
                .bind("on", on)
                .fetch()
                .rowsUpdated();
    }

    private static ListedRate listed(Readable row) {
        var column = new Columns(row);
        return new ListedRate(
                CurrencyUnit.of(column.text("base")),
                CurrencyUnit.of(column.text("currency")),
                column.day("on_day"),
                column.decimal("rate").stripTrailingZeros(),
                column.choice("source", ListedRate.Source.class));
    }
}
