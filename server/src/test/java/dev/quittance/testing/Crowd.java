package dev.quittance.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Rows for every list there is, as many as wanted: each customer with a subscription, a posted
 * invoice, a payment, a credit note and mail; one customer, {@link #owner}, who owns as many of
 * each; and as many plans, bill runs, imports and people. Papers are good to look at, not to
 * account with.
 */
public final class Crowd {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final DatabaseClient db;
    private final Sales sales;
    private final UUID plan;
    private final UUID owner;

    public Crowd(DatabaseClient db) {
        this.db = db;
        this.sales = new Sales(db);
        this.plan = sales.plan("USD", "10", sales.inGermany(), false);
        this.owner = sales.customer("Owner of many");
        sales.address(owner, "DE");
        sales.run(
                """
                insert into customer_import (kind, id, file_name, status, uploaded_by, columns, delimiter, mapping, currency)
                values ('CUSTOMERS', gen_random_uuid(), 'people.csv', 'CHECKED', 'Sam', '[{"name": "Name", "samples": ["Ada"]}]', ',',
                        '{"columns": [{"column": "Name", "field": "NAME"}], "currency": "USD", "planName": "Imported",
                          "interval": {"count": 1, "unit": "MONTH"}}', 'USD')
                """);
    }

    /** Whose lists grow, too. */
    public UUID owner() {
        return owner;
    }

    /**
     * Adds {@code count} rows to every list.
     *
     * @param prefix of names, another one each time
     */
    public void grow(String prefix, int count, LocalDate today, HttpGraphQlTester clerk) {
        sales.many(prefix, count, plan, today);
        sales.many("Own " + prefix, count, plan, today);
        customers(prefix);
        cards();
        bill(clerk);
        papers();
        owned("Own " + prefix);
        for (var sql : PER_NUMBER) {
            sales.run(sql.replace(":prefix", prefix).replace(":count", String.valueOf(count)));
        }
    }

    private void customers(String prefix) {
        sales.run(
                """
                update customer set email = lower(replace(external_id, ' ', '')) || '@crowd.example', tax_id = 'DE1'
                 where email is null
                """);
        sales.run(
                """
                insert into customer_address (customer_id, kind, line1, city, country)
                select id, kind, 'Street 1', 'City', 'DE' from customer, unnest('{BILLING,SHIPPING}'::text[]) kind
                    on conflict do nothing
                """);
        sales.run(
                """
                insert into contact (id, customer_id, name, email, role)
                select gen_random_uuid(), id, 'Ada', email, 'PRIMARY' from customer
                 where starts_with(external_id, '%s')
                """
                        .formatted(prefix));
    }

    /** Each customer keeps a card that pays the subscription. */
    private void cards() {
        sales.run(
                """
                insert into payment_method (id, customer_id, gateway, gateway_ref, brand, last_four, is_default)
                select gen_random_uuid(), id, 'sandbox', id::text, 'Visa', '4242', true
                  from customer c where not exists (select from payment_method m where m.customer_id = c.id)
                """);
        sales.run(
                """
                insert into subscription_method (subscription_id, customer_id, method_id)
                select s.id, s.customer_id, m.id
                  from subscription s join payment_method m on m.customer_id = s.customer_id
                    on conflict do nothing
                """);
    }

    private void bill(HttpGraphQlTester clerk) {
        clerk.document("mutation { startBillRun(input: {kind: POST}) { __typename } }")
                .executeAndVerify();
        db.sql("select count(*) from bill_run where finished_at is null")
                .mapValue(Long.class)
                .one()
                .filter(unfinished -> unfinished == 0)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(100)))
                .block(PATIENCE);
    }

    /** Each invoice gets a payment, a credit note and a mail with a file. */
    private void papers() {
        sales.run(
                """
                insert into payment (id, number, customer_id, currency, amount_minor, status, method, method_label, paid_on,
                       seller_id, buyer)
                select gen_random_uuid(), 'R' || i.number, i.customer_id, i.currency, i.total_minor, 'SUCCEEDED', 'CASH',
                       'Cash', i.issued_on, i.seller_id, i.buyer
                  from invoice i where not exists (select from payment p where p.number = 'R' || i.number)
                """);
        sales.run(
                """
                insert into allocation (id, customer_id, invoice_id, payment_id, amount_minor, made_on)
                select gen_random_uuid(), i.customer_id, i.id, p.id, i.total_minor, i.issued_on
                  from invoice i join payment p on p.number = 'R' || i.number
                 where not exists (select from allocation a where a.invoice_id = i.id)
                """);
        sales.run(
                """
                with written as (
                  insert into credit_note (id, kind, number, customer_id, invoice_id, currency, net_minor, tax_minor, total_minor,
                         issued_on, seller_id, buyer, reason)
                  select gen_random_uuid(), 'CREDIT_NOTE', 'C' || number, customer_id, id, currency, 1, 0, 1, issued_on, seller_id, buyer, 'x'
                    from invoice i where not exists (select from credit_note c where c.invoice_id = i.id)
                  returning id, invoice_id)
                insert into credit_note_line (id, credit_note_id, invoice_line_id, position, description, net_minor, explanation)
                select gen_random_uuid(), w.id, l.id, 1, l.description, 1, l.explanation
                  from written w join invoice_line l on l.invoice_id = w.invoice_id
                """);
        sales.run(
                """
                insert into document_file (document_id, kind, customer_id, file_name, pdf)
                select id, 'INVOICE', customer_id, 'x.pdf', '' from invoice on conflict do nothing
                """);
        sales.run(
                """
                insert into mail (id, occasion, recipients, subject, text, html, customer_id, invoice_id, document_kind,
                       document_id, status)
                select gen_random_uuid(), 'crowd:' || id, '{a@crowd.example}', 'x', 'x', 'x', customer_id, id, 'INVOICE', id,
                       'KEPT'
                  from invoice on conflict do nothing
                """);
    }

    /** The one customer takes over what these have. */
    private void owned(String prefix) {
        for (var table : new String[] {"invoice", "payment", "credit_note", "history_entry"}) {
            sales.run(
                    "update %s set customer_id = '%s' where customer_id in (select id from customer where starts_with(external_id, '%s'))"
                            .formatted(table, owner, prefix));
        }
        sales.run(
                """
                update subscription set customer_id = '%1$s',
                       billing_group_id = (select id from billing_group where customer_id = '%1$s')
                 where customer_id in (select id from customer where starts_with(external_id, '%2$s'))
                """
                        .formatted(owner, prefix));
    }

    private static final String[] PER_NUMBER = {
        """
        insert into product (id, name) select gen_random_uuid(), ':prefix' || n from generate_series(1, :count) n
        """,
        """
        insert into plan (id, product_id, name, code, interval_count, interval_unit)
        select gen_random_uuid(), id, name, name, 1, 'MONTH' from product where starts_with(name, ':prefix')
        """,
        """
        insert into plan_price (plan_id, currency, price)
        select id, 'USD', 1 from plan where starts_with(name, ':prefix')
        """,
        """
        insert into addon (id, product_id, name, code)
        select gen_random_uuid(), id, name, name from product where starts_with(name, ':prefix')
        """,
        """
        insert into addon_price (addon_id, currency, price)
        select id, 'USD', 1 from addon where starts_with(name, ':prefix')
        """,
        """
        insert into tax_category (id, name) select gen_random_uuid(), ':prefix' || n from generate_series(1, :count) n
        """,
        """
        insert into tax_rate (id, tax_category_id, name, country, percent, treatment, validity)
        select gen_random_uuid(), id, 'VAT', 'DE', 19, 'STANDARD', '[2000-01-01,)' from tax_category
         where starts_with(name, ':prefix')
        """,
        """
        insert into bill_run (id, kind, day, started_by, finished_at, worker, leased_until)
        select gen_random_uuid(), 'DRY', '2030-01-01', 'Sam', now(), gen_random_uuid(), now() from generate_series(1, :count)
        """,
        """
        insert into bill_proposal (id, bill_run_id, customer_id, customer_name, currency, line_count, net_minor, tax_minor,
               total_minor)
        select gen_random_uuid(), r.id, c.id, c.name, 'USD', 1, 1, 0, 1
          from bill_run r, (select * from customer limit 2) c
         where r.kind = 'DRY' and not exists (select from bill_proposal p where p.bill_run_id = r.id)
        """,
        """
        insert into parked_customer (customer_id, customer_name, reason)
        select id, name, 'x' from customer where starts_with(external_id, ':prefix') on conflict do nothing
        """,
        """
        insert into customer_import (kind, id, file_name, status, uploaded_by, columns, delimiter, mapping, currency)
        select k.kind, gen_random_uuid(), i.file_name, 'CHECKED', 'Sam', i.columns, ',', coalesce(k.mapping::jsonb, i.mapping), 'USD'
          from (select * from customer_import where kind = 'CUSTOMERS' limit 1) i, generate_series(1, :count),
               (values ('CUSTOMERS', null), ('OPEN_INVOICES', '{"columns": []}')) as k (kind, mapping)
        """,
        """
        insert into import_row (import_id, line, cells, state)
        select id, 2, '[]', 'BAD' from customer_import on conflict do nothing
        """,
        """
        insert into import_fault (import_id, line, part, reason)
        select id, 2, 1, 'x' from customer_import on conflict do nothing
        """,
        """
        insert into login (id, app, email, name, staff_role, status)
        select gen_random_uuid(), 'CONSOLE', lower(replace(':prefix', ' ', '')) || n || '@crowd.example', 'Ada', 'SUPPORT',
               'INVITED'
          from generate_series(1, :count) n
        """,
        """
        insert into api_client (id, client_id, name, secret_hash, scopes)
        select gen_random_uuid(), ':prefix' || n, 'Client', '', '{CUSTOMER_READ}' from generate_series(1, :count) n
        """
    };
}
