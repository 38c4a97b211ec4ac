package dev.quittance.catalog;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the rows of addons with their prices. */
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
                               a.archived_at is not null as archived, a.kind, a.least_quantity,
                               a.most_quantity, c.prices
                          from addon a
                          join product r on r.id = a.product_id
                         cross join lateral (
                                 select jsonb_agg(jsonb_build_object(
                                          'currency', currency, 'price', price::text, 'model', model,
                                          'packageSize', package_size, 'tiers', tiers)
                                          order by currency) as prices
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

    private Flux<Addon> load(DatabaseClient.GenericExecuteSpec ids) {
        return ids.mapValue(UUID.class).all().collectList().flatMapMany(this::byIds);
    }

    private static Addon addon(Readable row) {
        var column = new Columns(row);
        return new Addon(
                column.id("id"),
                column.id("product_id"),
                column.idOrNull("tax_category_id"),
                column.text("name"),
                column.text("code"),
                column.choice("kind", AddonKind.class),
                new QuantityLimits(
                        column.integer("least_quantity"), column.integerOrNull("most_quantity")),
                Stream.of(column.json("prices", PriceRow[].class)).map(PriceRow::ofAddon).toList(),
                column.flag("archived"));
    }
}
