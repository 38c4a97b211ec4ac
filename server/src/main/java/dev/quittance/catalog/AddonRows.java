package dev.quittance.catalog;

import dev.quittance.platform.Given;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes the rows of addons and their prices. */
@Repository
class AddonRows {
    private final DatabaseClient db;

    AddonRows(DatabaseClient db) {
        this.db = db;
    }

    Mono<UUID> lock(UUID id) {
        return db.sql("select id from addon where id = :id for update")
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> insert(Addon addon) {
        return db.sql(
                        """
                        insert into addon (id, product_id, name, code, kind, least_quantity, most_quantity)
                        values (:id, :product, :name, :code, :kind, :least, :most)
                        """)
                .bind("id", addon.id())
                .bind("product", addon.productId())
                .bind("name", addon.name())
                .bind("code", addon.code())
                .bind("kind", addon.kind().name())
                .bind("least", addon.quantity().least())
                .bind("most", Given.sql(addon.quantity().most(), Integer.class))
                .then()
                .then(savePrices(addon));
    }

    Mono<Void> save(Addon addon) {
        return db.sql(
                        """
                        update addon
                           set name = :name, least_quantity = :least, most_quantity = :most,
                               archived_at = case when :archived
                                                  then coalesce(archived_at, now()) end
                         where id = :id
                        """)
                .bind("id", addon.id())
                .bind("name", addon.name())
                .bind("least", addon.quantity().least())
                .bind("most", Given.sql(addon.quantity().most(), Integer.class))
                .bind("archived", addon.archived())
                .then()
                .then(savePrices(addon));
    }

    private Mono<Void> savePrices(Addon addon) {
        var pricings = addon.prices().stream().map(AddonPrice::pricing).toList();
        return db.sql(
                        """
                        insert into addon_price (addon_id, currency, price, model, package_size, tiers)
                        select :id, currency, price, model, package_size, tiers::jsonb
                          from unnest(:currencies::text[], :prices::numeric[], :models::text[], :sizes::integer[],
                                      :tiers::text[])
                               as given (currency, price, model, package_size, tiers)
                        on conflict (addon_id, currency) do update
                           set price = excluded.price, model = excluded.model, package_size = excluded.package_size,
                               tiers = excluded.tiers
                        """)
                .bind("id", addon.id())
                .bind(
                        "currencies",
                        addon.prices().stream()
                                .map(price -> price.currency().getCode())
                                .toArray(String[]::new))
                .bind("prices", pricings.stream().map(Pricing::price).toArray(BigDecimal[]::new))
                .bind("models", PriceRow.models(pricings))
                .bind("sizes", PriceRow.sizes(pricings))
                .bind("tiers", PriceRow.tiers(pricings))
                .then();
    }
}
