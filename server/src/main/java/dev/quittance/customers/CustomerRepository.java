package dev.quittance.customers;

import dev.quittance.organization.Address;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the rows of customers with their addresses. */
@Repository
class CustomerRepository {
    private static final String COLUMNS =
            """
            select c.id, c.external_id, c.name, c.email, c.phone, c.invoice_recipients,
                   c.tax_id, c.tax_exemption, c.tax_exemption_certificate,
                   c.tax_exemption_from, c.tax_exemption_through,
                   c.payment_kind, c.due_days, c.currency,
                   c.locale, c.time_zone, c.active, c.starts_on, c.ends_on,
                   c.contract_type, c.salespeople, c.invoice_note, c.purchase_order,
                   c.information, c.created_at,
                   b.name as billing_name, b.line1 as billing_line1,
                   b.line2 as billing_line2, b.city as billing_city,
                   b.region as billing_region, b.postal_code as billing_postal_code,
                   b.country as billing_country,
                   s.name as shipping_name, s.line1 as shipping_line1,
                   s.line2 as shipping_line2, s.city as shipping_city,
                   s.region as shipping_region, s.postal_code as shipping_postal_code,
                   s.country as shipping_country
            """;

    private static final String FROM =
            """
              from customer c
              left join customer_address b
                on b.customer_id = c.id and b.kind = 'BILLING'
              left join customer_address s
                on s.customer_id = c.id and s.kind = 'SHIPPING'
            """;

    private static final String SELECT = COLUMNS + FROM;

    private static final String BILLABLE =
            COLUMNS
                    + ", (select g.id from billing_group g where g.customer_id = c.id and g.is_default) as default_group\n"
                    + FROM;

    private final DatabaseClient db;

    CustomerRepository(DatabaseClient db) {
        this.db = db;
    }

    /** In words of its own: for a list of ids PostgreSQL would plan anew each time. */
    Mono<Customer> byId(UUID id) {
        return db.sql(SELECT + " where c.id = :id")
                .bind("id", id)
                .map(CustomerRepository::customer)
                .one();
    }

    /** In the order of lists: by name. */
    Flux<Customer> byIds(Collection<UUID> ids) {
        return db.sql(SELECT + " where c.id = any(:ids) order by lower(c.name) collate \"C\", c.id")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(CustomerRepository::customer)
                .all();
    }

    /** Customers as the bill run needs them. One in words of its own, as {@link #byId}. */
    Flux<BillableCustomer> billable(Collection<UUID> ids) {
        var sql =
                ids.size() == 1
                        ? db.sql(BILLABLE + " where c.id = :id").bind("id", ids.iterator().next())
                        : db.sql(BILLABLE + " where c.id = any(:ids)")
                                .bind("ids", ids.toArray(UUID[]::new));
        return sql.map(
                        row -> {
                            var customer = customer(row);
                            var group = new Columns(row).idOrNull("default_group");
                            return new BillableCustomer(
                                    customer, group, BillingFaults.of(customer, group != null));
                        })
                .all();
    }

    /** In the order of ids, so that two who lock several don't wait for each other. */
    Flux<UUID> lock(Collection<UUID> ids) {
        return db.sql("select id from customer where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    Mono<Boolean> exists(UUID id) {
        return db.sql("select exists (select 1 from customer where id = :id)")
                .bind("id", id)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Map<String, UUID>> idsByExternalId(Collection<String> externalIds) {
        return db.sql("select external_id, id from customer where external_id = any(:externalIds)")
                .bind("externalIds", externalIds.toArray(String[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.text("external_id"), column.id("id"));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The zones of customers that have one of their own. */
    Flux<ZoneId> zones() {
        return db.sql("select distinct time_zone from customer where time_zone is not null")
                .mapValue(String.class)
                .all()
                .map(ZoneId::of);
    }

    private static Customer customer(Readable row) {
        var column = new Columns(row);
        return new Customer(
                column.id("id"),
                column.textOrNull("external_id"),
                column.text("name"),
                column.textOrNull("email"),
                column.textOrNull("phone"),
                texts(row, "invoice_recipients"),
                address(column, "billing_"),
                address(column, "shipping_"),
                column.textOrNull("tax_id"),
                exemption(column),
                column.choice("payment_kind", PaymentKind.class),
                column.integer("due_days"),
                CurrencyUnit.of(column.text("currency")),
                column.text("locale"),
                column.textOrNull("time_zone"),
                column.flag("active"),
                column.dayOrNull("starts_on"),
                column.dayOrNull("ends_on"),
                column.textOrNull("contract_type"),
                texts(row, "salespeople"),
                column.textOrNull("invoice_note"),
                column.textOrNull("purchase_order"),
                column.textOrNull("information"),
                column.at("created_at"));
    }

    private static @Nullable TaxExemption exemption(Columns column) {
        var reason = column.textOrNull("tax_exemption");
        return reason == null
                ? null
                : new TaxExemption(
                        reason,
                        column.textOrNull("tax_exemption_certificate"),
                        column.dayOrNull("tax_exemption_from"),
                        column.dayOrNull("tax_exemption_through"));
    }

    private static @Nullable Address address(Columns column, String prefix) {
        var line1 = column.textOrNull(prefix + "line1");
        return line1 == null
                ? null
                : new Address(
                        column.textOrNull(prefix + "name"),
                        line1,
                        column.textOrNull(prefix + "line2"),
                        column.text(prefix + "city"),
                        column.textOrNull(prefix + "region"),
                        column.textOrNull(prefix + "postal_code"),
                        column.text(prefix + "country"));
    }

    private static List<String> texts(Readable row, String name) {
        return List.of(Objects.requireNonNull(row.get(name, String[].class)));
    }
}
