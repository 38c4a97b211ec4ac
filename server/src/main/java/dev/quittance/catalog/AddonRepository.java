package dev.quittance.catalog;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of addons and their prices. */
@Repository
class AddonRepository {
    private final DatabaseClient db;

    AddonRepository(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of lists: by name. */
    Flux<Addon> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select a.id, a.product_id, r.tax_category_id, a.name, a.code,
                               a.archived_at is not null as archived, c.currencies, c.prices
                          from addon a
                          join product r on r.id = a.product_id
                         cross join lateral (
                                 select array_agg(currency::text order by currency) as currencies,
                                        array_agg(price order by currency) as prices
                                   from addon_price where addon_id = a.id) c
                         where a.id = any(:ids)
                         order by lower(a.name) collate "C", a.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(AddonRepository::addon)
                .all();
    }

    Mono<Addon> find(UUID id) {
        return byIds(List.of(id)).singleOrEmpty();
    }

    Flux<Addon> all(@Nullable Boolean archived) {
        return load(
                db.sql(
                                """
                                select id from addon
                                 where :archived::boolean is null
                                    or (archived_at is not null) = :archived
                                """)
                        .bind("archived", Given.sql(archived, Boolean.class)));
    }

    Flux<Addon> ofProducts(Collection<UUID> products) {
        return load(
                db.sql("select id from addon where product_id = any(:products)")
                        .bind("products", products.toArray(UUID[]::new)));
    }

    Flux<Addon> named(Collection<String> names) {
        return load(
                db.sql(
                                """
                                select id from addon
                                 where lower(name) = any(:names) and archived_at is null
                                """)
                        .bind(
                                "names",
                                names.stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toArray(String[]::new)));
    }

    /** The code and those made of it, as far as they are taken. */
    Flux<String> codes(String code) {
        return db.sql("select code from addon where code = :code or code like :code || '-%'")
                .bind("code", code)
                .mapValue(String.class)
                .all();
    }

    Mono<Void> insert(Addon addon) {
        return db.sql(
                        """
                        with added as (
                          insert into addon (id, product_id, name, code)
                          values (:id, :product, :name, :code)
                        )
                        insert into addon_price (addon_id, currency, price)
                        select :id, currency, price
                          from unnest(:currencies::text[], :prices::numeric[])
                               as given (currency, price)
                        """)
                .bind("id", addon.id())
                .bind("product", addon.productId())
                .bind("name", addon.name())
                .bind("code", addon.code())
                .bind("currencies", currencies(addon.prices()))
                .bind("prices", amounts(addon.prices()))
                .then();
    }

    private Flux<Addon> load(DatabaseClient.GenericExecuteSpec ids) {
        return ids.mapValue(UUID.class).all().collectList().flatMapMany(this::byIds);
    }

    private static String[] currencies(List<Money> prices) {
        return prices.stream()
                .map(price -> price.getCurrencyUnit().getCode())
                .toArray(String[]::new);
    }

    private static BigDecimal[] amounts(List<Money> prices) {
        return prices.stream().map(Money::getAmount).toArray(BigDecimal[]::new);
    }

    private static Addon addon(Readable row) {
        var column = new Columns(row);
        return new Addon(
                column.id("id"),
                column.id("product_id"),
                column.idOrNull("tax_category_id"),
                column.text("name"),
                column.text("code"),
                prices(row),
                column.flag("archived"));
    }

    private static List<Money> prices(Readable row) {
        var currencies = Objects.requireNonNull(row.get("currencies", String[].class));
        var prices = Objects.requireNonNull(row.get("prices", BigDecimal[].class));
        return IntStream.range(0, prices.length)
                .mapToObj(
                        i ->
                                Money.of(
                                        CurrencyUnit.of(currencies[i]),
                                        prices[i],
                                        RoundingMode.UNNECESSARY))
                .toList();
    }
}
