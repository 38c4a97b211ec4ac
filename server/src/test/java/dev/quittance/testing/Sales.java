package dev.quittance.testing;

import dev.quittance.platform.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** Plans, customers and subscriptions for tests, written straight into the tables. */
public final class Sales {
    private final DatabaseClient db;

    public Sales(DatabaseClient db) {
        this.db = db;
    }

    /**
     * The merchant moves to Hamburg, charges 19 % there, and wants to be paid into a bank account.
     */
    public UUID inGermany() {
        var category = Ids.next();
        run(
                """
                update organization
                   set name = 'Nordwind', legal_name = 'Nordwind Telecom GmbH', tax_id = 'DE123456788', default_currency = 'EUR',
                       address = '{"line1": "Hafenstraße 12", "city": "Hamburg", "postalCode": "20457", "country": "DE"}',
                       bank_details = '[{"label": "IBAN", "value": "DE89 3704 0044 0532 0130 00"}]',
                       version = version + 1
                """);
        run(
                "insert into tax_category (id, name) values ('%s', 'Services %s')"
                        .formatted(category, category));
        rate(category, "DE", "19", "STANDARD");
        return category;
    }

    public void rate(UUID category, String country, String percent, String treatment) {
        run(
                """
                insert into tax_rate (id, tax_category_id, name, country, percent, treatment, validity)
                values ('%s', '%s', 'VAT', '%s', %s, '%s', daterange('2000-01-01', null))
                """
                        .formatted(Ids.next(), category, country, percent, treatment));
    }

    /** A monthly plan. */
    public UUID plan(String currency, String price, @Nullable UUID taxCategory, boolean inclusive) {
        var product = Ids.next();
        var plan = Ids.next();
        run(
                "insert into product (id, name, tax_category_id) values ('%s', 'Product %s', %s)"
                        .formatted(
                                product,
                                product,
                                taxCategory == null ? "null" : "'" + taxCategory + "'"));
        run(
                """
                insert into plan (id, product_id, name, code, interval_count, interval_unit, tax_inclusive)
                values ('%1$s', '%2$s', 'Broadband %1$s', '%1$s', 1, 'MONTH', %3$s)
                """
                        .formatted(plan, product, inclusive));
        run(
                "insert into plan_price (plan_id, currency, price) values ('%s', '%s', %s)"
                        .formatted(plan, currency, price));
        return plan;
    }

    /** A customer who pays by transfer, with a billing group. */
    public UUID customer(String name) {
        var id = Ids.next();
        db.sql(
                        """
                        insert into customer (id, name, email, payment_kind, due_days, currency, locale)
                        values (:id, :name, 'billing@example.com', 'INVOICE', 14, 'USD', 'en')
                        """)
                .bind("id", id)
                .bind("name", name)
                .then()
                .block();
        run(
                "insert into billing_group (id, customer_id, name, is_default) values ('%s', '%s', 'Default', true)"
                        .formatted(Ids.next(), id));
        return id;
    }

    public void address(UUID customer, String country) {
        run(
                """
                insert into customer_address (customer_id, kind, line1, city, postal_code, country)
                values ('%s', 'BILLING', 'ul. Długa 1', 'Łódź', '90-001', '%s')
                """
                        .formatted(customer, country));
    }

    /** A subscription of one plan, due from {@code start} on. */
    public UUID subscribe(UUID customer, UUID plan, LocalDate start) {
        var id = Ids.next();
        run(
                """
                insert into subscription (id, number, customer_id, billing_group_id, plan_id, currency, phase, interval_count,
                       interval_unit, started_on, anchor_on, next_bill_on)
                select '%1$s', 'S-%1$s', g.customer_id, g.id, p.plan_id, p.currency, 'LIVE', 1, 'MONTH', '%4$s', '%4$s', '%4$s'
                  from billing_group g, plan_price p
                 where g.customer_id = '%2$s' and g.is_default and p.plan_id = '%3$s'
                 order by p.currency limit 1
                """
                        .formatted(id, customer, plan, start));
        item(id, plan, start);
        return id;
    }

    private void item(UUID subscription, UUID plan, LocalDate start) {
        run(
                """
                insert into subscription_item (id, subscription_id, position, plan_id, quantity, validity)
                values ('%s', '%s', 1, '%s', 1, daterange('%s', null))
                """
                        .formatted(Ids.next(), subscription, plan, start));
    }

    /** Many customers with a subscription each, all at their own price: 10.00, 10.01, 10.02 … */
    public void many(String prefix, int count, UUID plan, LocalDate start) {
        run(
                """
                insert into customer (id, external_id, name, payment_kind, due_days, currency)
                select gen_random_uuid(), '%1$s' || n, '%1$s' || lpad(n::text, 6, '0'), 'INVOICE', 14, 'USD'
                  from generate_series(1, %2$d) n
                """
                        .formatted(prefix, count));
        run(
                """
                insert into billing_group (id, customer_id, name, is_default)
                select gen_random_uuid(), id, 'Default', true from customer where starts_with(external_id, '%s')
                """
                        .formatted(prefix));
        run(
                """
                insert into subscription (id, number, customer_id, billing_group_id, plan_id, currency, phase, interval_count,
                       interval_unit, started_on, anchor_on, next_bill_on)
                select gen_random_uuid(), 'S-' || c.external_id, c.id, g.id, '%1$s', 'USD', 'LIVE', 1, 'MONTH',
                       '%2$s', '%2$s', '%2$s'
                  from customer c join billing_group g on g.customer_id = c.id
                 where starts_with(c.external_id, '%3$s')
                """
                        .formatted(plan, start, prefix));
        run(
                """
                insert into subscription_item (id, subscription_id, position, plan_id, quantity, own_price, validity)
                select gen_random_uuid(), s.id, 1, s.plan_id, 1,
                       10 + 0.01 * (substring(c.external_id from '[0-9]+$')::int - 1), daterange('%s', null)
                  from subscription s join customer c on c.id = s.customer_id
                 where starts_with(c.external_id, '%s')
                """
                        .formatted(start, prefix));
    }

    /** One figure. */
    public BigDecimal figure(String sql) {
        return Objects.requireNonNull(
                db.sql("select (%s)::numeric as figure".formatted(sql))
                        .mapValue(BigDecimal.class)
                        .one()
                        .block());
    }

    public void run(String sql) {
        db.sql(sql).then().block();
    }
}
