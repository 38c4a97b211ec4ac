package dev.quittance.organization;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of tax categories and rates. */
@Repository
class TaxRepository {
    private final DatabaseClient db;

    TaxRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<TaxCategory> categories() {
        return db.sql("select id, name from tax_category order by lower(name), id")
                .mapProperties(TaxCategory.class)
                .all();
    }

    Mono<TaxCategory> lockCategory(UUID id) {
        return db.sql("select id, name from tax_category where id = :id for update")
                .bind("id", id)
                .mapProperties(TaxCategory.class)
                .one();
    }

    /** False when another category bears the name. */
    Mono<Boolean> add(TaxCategory category) {
        return db.sql(
                        """
                        insert into tax_category (id, name)
                        select :id, :name
                         where not exists (select 1 from tax_category
                                            where lower(name) = lower(:name))
                        on conflict do nothing
                        """)
                .bind("id", category.id())
                .bind("name", category.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<TaxRate> rates() {
        return db.sql(
                        """
                        select id, tax_category_id, name, country, region, percent, treatment,
                               lower(validity) as valid_from, upper(validity) as valid_until
                          from tax_rate
                         order by country, lower(validity) desc, name, region nulls first
                        """)
                .map(TaxRepository::rate)
                .all();
    }

    Mono<Boolean> startsThatDay(TaxRate rate) {
        return bind(
                        rate,
                        """
                        select exists (
                          select 1 from tax_rate
                           where tax_category_id = :category and country = :country
                             and lower(coalesce(region, '')) = lower(:region)
                             and lower(name) = lower(:name)
                             and lower(validity) = :from)
                        """)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> endPresent(TaxRate rate) {
        return bind(
                        rate,
                        """
                        update tax_rate
                           set validity = daterange(lower(validity), :from)
                         where tax_category_id = :category and country = :country
                           and lower(coalesce(region, '')) = lower(:region)
                           and lower(name) = lower(:name)
                           and validity @> :from
                        """)
                .then();
    }

    Mono<Void> insert(TaxRate rate) {
        return bind(
                        rate,
                        """
                        insert into tax_rate (id, tax_category_id, name, country, region, percent,
                                              treatment, validity)
                        select :id, :category, :name, :country, nullif(:region, ''), :percent,
                               :treatment,
                               daterange(:from, (select min(lower(validity)) from tax_rate
                                                  where tax_category_id = :category
                                                    and country = :country
                                                    and lower(coalesce(region, '')) = lower(:region)
                                                    and lower(name) = lower(:name)
                                                    and lower(validity) > :from))
                        """)
                .bind("id", rate.id())
                .bind("percent", rate.percent())
                .bind("treatment", rate.treatment().name())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bind(TaxRate rate, String sql) {
        return db.sql(sql)
                .bind("category", rate.category())
                .bind("country", rate.country())
                .bind("region", rate.region() == null ? "" : rate.region())
                .bind("name", rate.name())
                .bind("from", rate.validFrom());
    }

    private static TaxRate rate(Readable row) {
        var column = new Columns(row);
        return new TaxRate(
                column.id("id"),
                column.id("tax_category_id"),
                column.text("name"),
                column.text("country"),
                column.textOrNull("region"),
                column.decimal("percent").stripTrailingZeros(),
                column.choice("treatment", TaxTreatment.class),
                column.day("valid_from"),
                column.dayOrNull("valid_until"));
    }
}
