package dev.quittance.customers;

import dev.quittance.platform.JsonText;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes the rows of customers with all that comes with them, however many at once. */
@Repository
class CustomerRows {
    private final DatabaseClient db;

    CustomerRows(DatabaseClient db) {
        this.db = db;
    }

    /** Adds customers, addresses, billing groups and contacts in one statement. */
    Mono<Void> insert(List<AddedCustomer> added) {
        return db.sql(
                        """
                        with given as (
                          select c.*, g."billingGroup", g.contact
                            from jsonb_to_recordset(:added::jsonb) as g(
                                   customer jsonb, "billingGroup" uuid, contact jsonb)
                           cross join lateral jsonb_to_record(g.customer) as c(
                                   id uuid, "externalId" text, name text, email text, phone text,
                                   "invoiceRecipients" text[], "billingAddress" jsonb,
                                   "shippingAddress" jsonb, "taxId" text, "taxExemption" jsonb,
                                   "paymentKind" text, "dueDays" integer, currency text,
                                   locale text, "timeZone" text, active boolean, "startsOn" date,
                                   "endsOn" date, "contractType" text, salespeople text[],
                                   "invoiceNote" text, "purchaseOrder" text, information text,
                                   "createdAt" timestamptz)
                        ), added_customers as (
                          insert into customer (id, external_id, name, email, phone,
                                 invoice_recipients, tax_id, tax_exemption, tax_exemption_certificate,
                                 tax_exemption_from, tax_exemption_through, payment_kind, due_days,
                                 currency, locale, time_zone, active, starts_on, ends_on,
                                 contract_type, salespeople, invoice_note, purchase_order,
                                 information, created_at)
                          select id, "externalId", name, email, phone, "invoiceRecipients",
                                 "taxId", "taxExemption" ->> 'reason',
                                 "taxExemption" ->> 'certificateNumber',
                                 ("taxExemption" ->> 'validFrom')::date,
                                 ("taxExemption" ->> 'validThrough')::date, "paymentKind",
                                 "dueDays", currency,
                                 locale, "timeZone", active, "startsOn", "endsOn", "contractType",
                                 salespeople, "invoiceNote", "purchaseOrder", information,
                                 "createdAt"
                            from given
                        ), added_addresses as (
                          insert into customer_address (customer_id, kind, name, line1, line2,
                                 city, region, postal_code, country)
                          select given.id, a.kind, a.name, a.line1, a.line2, a.city, a.region,
                                 a."postalCode", a.country
                            from given
                           cross join lateral (
                                 select 'BILLING' as kind, b.* from jsonb_to_record(given."billingAddress")
                                   as b(name text, line1 text, line2 text, city text, region text,
                                        "postalCode" text, country text)
                                  where given."billingAddress" is not null
                                 union all
                                 select 'SHIPPING', s.* from jsonb_to_record(given."shippingAddress")
                                   as s(name text, line1 text, line2 text, city text, region text,
                                        "postalCode" text, country text)
                                  where given."shippingAddress" is not null) a
                        ), added_groups as (
                          insert into billing_group (id, customer_id, name, is_default)
                          select "billingGroup", id, 'Default', true from given
                        )
                        insert into contact (id, customer_id, name, email, phone, role)
                        select p.id, given.id, p.name, p.email, p.phone, p.role
                          from given
                         cross join lateral jsonb_to_record(given.contact) as p(
                               id uuid, name text, email text, phone text, role text)
                         where given.contact is not null
                        """)
                .bind("added", JsonText.write(added))
                .then();
    }

    /** Writes all facts of a customer that is there. */
    Mono<Void> save(Customer customer) {
        return db.sql(
                        """
                        with given as (
                          select * from jsonb_to_record(:customer::jsonb) as c(
                                   id uuid, "externalId" text, name text, email text, phone text,
                                   "invoiceRecipients" text[], "billingAddress" jsonb,
                                   "shippingAddress" jsonb, "taxId" text, "taxExemption" jsonb,
                                   "paymentKind" text, "dueDays" integer, currency text,
                                   locale text, "timeZone" text, active boolean, "startsOn" date,
                                   "endsOn" date, "contractType" text, salespeople text[],
                                   "invoiceNote" text, "purchaseOrder" text, information text)
                        ), addresses as (
                          select given.id, k.kind, a.*
                            from given
                           cross join lateral (values ('BILLING', given."billingAddress"),
                                                      ('SHIPPING', given."shippingAddress"))
                                 as k(kind, address)
                           cross join lateral jsonb_to_record(k.address) as a(
                                 name text, line1 text, line2 text, city text, region text,
                                 "postalCode" text, country text)
                           where k.address is not null
                        ), emptied as (
                          delete from customer_address d using given
                           where d.customer_id = given.id
                             and d.kind not in (select kind from addresses)
                        ), filled as (
                          insert into customer_address (customer_id, kind, name, line1, line2,
                                 city, region, postal_code, country)
                          select id, kind, name, line1, line2, city, region, "postalCode", country
                            from addresses
                          on conflict (customer_id, kind) do update
                             set name = excluded.name, line1 = excluded.line1,
                                 line2 = excluded.line2, city = excluded.city,
                                 region = excluded.region, postal_code = excluded.postal_code,
                                 country = excluded.country
                        )
                        update customer c
                           set external_id = g."externalId", name = g.name, email = g.email,
                               phone = g.phone, invoice_recipients = g."invoiceRecipients",
                               tax_id = g."taxId", tax_exemption = g."taxExemption" ->> 'reason',
                               tax_exemption_certificate = g."taxExemption" ->> 'certificateNumber',
                               tax_exemption_from = (g."taxExemption" ->> 'validFrom')::date,
                               tax_exemption_through = (g."taxExemption" ->> 'validThrough')::date,
                               payment_kind = g."paymentKind", due_days = g."dueDays",
                               currency = g.currency, locale = g.locale, time_zone = g."timeZone",
                               active = g.active, starts_on = g."startsOn", ends_on = g."endsOn",
                               contract_type = g."contractType", salespeople = g.salespeople,
                               invoice_note = g."invoiceNote",
                               purchase_order = g."purchaseOrder", information = g.information
                          from given g
                         where c.id = g.id
                        """)
                .bind("customer", JsonText.write(customer))
                .then();
    }
}
