package dev.quittance.organization;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of tax categories and rates. */
@Repository
class TaxRepository {
    private static final String RATES =
            """
            select id, tax_category_id, name, country, region, postal_prefix, percent, treatment, stacked,
                   lower(validity) as valid_from, upper(validity) as valid_until
              from tax_rate
            """;

    private static final String ORDER =
            " order by country, region nulls first, postal_prefix nulls first, name, lower(validity) desc";

    private static final String ALL = RATES + ORDER;

    private static final String OF_CATEGORY = RATES + " where tax_category_id = :category" + ORDER;

    private static final String ONE = RATES + " where id = :id";

    private final DatabaseClient db;

    TaxRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<TaxCategory> categories() {
        return db.sql("select id, name, treatment from tax_category order by lower(name), id")
                .mapProperties(TaxCategory.class)
                .all();
    }

    /** Whoever changes rates of a category waits for the others. */
    Mono<TaxCategory> lockCategory(UUID id) {
        return db.sql("select id, name, treatment from tax_category where id = :id for update")
                .bind("id", id)
                .mapProperties(TaxCategory.class)
                .one();
    }

    /** As {@link #lockCategory}, that of a rate. */
    Mono<TaxCategory> lockCategoryOf(UUID rate) {
        return db.sql(
                        """
                        select c.id, c.name, c.treatment
                          from tax_category c
                         where c.id = (select tax_category_id from tax_rate where id = :rate)
                           for update
                        """)
                .bind("rate", rate)
                .mapProperties(TaxCategory.class)
                .one();
    }

    /** False when another category bears the name. */
    Mono<Boolean> add(TaxCategory category) {
        return write(
                category,
                """
                insert into tax_category (id, name, treatment)
                select :id, :name, :treatment
                 where not exists (select 1 from tax_category
                                    where lower(name) = lower(:name))
                on conflict do nothing
                """);
    }

    /** False when another category bears the name. */
    Mono<Boolean> update(TaxCategory category) {
        return write(
                category,
                """
                update tax_category
                   set name = :name, treatment = :treatment
                 where id = :id
                   and not exists (select 1 from tax_category
                                    where lower(name) = lower(:name) and id <> :id)
                """);
    }

    private Mono<Boolean> write(TaxCategory category, String sql) {
        return db.sql(sql)
                .bind("id", category.id())
                .bind("name", category.name())
                .bind("treatment", category.treatment().name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<TaxRate> rates() {
        return db.sql(ALL).map(TaxRepository::rate).all();
    }

    Flux<TaxRate> rates(UUID category) {
        return db.sql(OF_CATEGORY).bind("category", category).map(TaxRepository::rate).all();
    }

    Mono<TaxRate> find(UUID id) {
        return db.sql(ONE).bind("id", id).map(TaxRepository::rate).one();
    }

    Mono<Void> end(TaxRate ended) {
        return db.sql("update tax_rate set validity = daterange(:from, :until) where id = :id")
                .bind("from", ended.validFrom())
                .bind("until", Given.sql(ended.validUntil(), LocalDate.class))
                .bind("id", ended.id())
                .then();
    }

    Mono<Void> delete(TaxRate rate) {
        return db.sql("delete from tax_rate where id = :id").bind("id", rate.id()).then();
    }

    Mono<Void> insert(TaxRate rate) {
        return db.sql(
                        """
                        insert into tax_rate (id, tax_category_id, name, country, region, postal_prefix, percent, treatment,
                               stacked, validity)
                        values (:id, :category, :name, :country, :region, :prefix, :percent, :treatment, :stacked,
                                daterange(:from, :until))
                        """)
                .bind("id", rate.id())
                .bind("category", rate.category())
                .bind("name", rate.name())
                .bind("country", rate.country())
                .bind("region", Given.sql(rate.region(), String.class))
                .bind("prefix", Given.sql(rate.postalPrefix(), String.class))
                .bind("percent", rate.percent())
                .bind("treatment", rate.treatment().name())
                .bind("stacked", rate.stacked())
                .bind("from", rate.validFrom())
                .bind("until", Given.sql(rate.validUntil(), LocalDate.class))
                .then();
    }

    private static TaxRate rate(Readable row) {
        var column = new Columns(row);
        return new TaxRate(
                column.id("id"),
                column.id("tax_category_id"),
                column.text("name"),
                column.text("country"),
                column.textOrNull("region"),
                column.textOrNull("postal_prefix"),
                column.decimal("percent").stripTrailingZeros(),
                column.choice("treatment", TaxTreatment.class),
                column.flag("stacked"),
                column.day("valid_from"),
                column.dayOrNull("valid_until"));
    }
}
