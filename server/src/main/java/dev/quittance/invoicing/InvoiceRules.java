package dev.quittance.invoicing;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of posted invoices. */
@Configuration(proxyBeanMethods = false)
class InvoiceRules {

    @Bean
    BooksRule invoiceTotalsRule() {
        return new BooksRule(
                "invoice-totals",
                "Every invoice's net, tax and total are the sums of the rows it shows.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       'its ' || what || ' is stated as {stated}, but ' || parts || ' add up to {found}.' as words,
                       i.currency, stated as stated_minor, found as found_minor
                  from invoice i
                  left join (select invoice_id, sum(net_minor)::bigint as minor from invoice_line group by invoice_id) l
                    on l.invoice_id = i.id
                  left join (select invoice_id, sum(tax_minor)::bigint as minor from invoice_tax group by invoice_id) t
                    on t.invoice_id = i.id
                 cross join lateral (values ('net', 'its lines', i.net_minor, coalesce(l.minor, 0)),
                                            ('tax', 'its tax rows', i.tax_minor, coalesce(t.minor, 0)))
                         as compared (what, parts, stated, found)
                 where i.status <> 'DRAFT' and stated <> found
                """);
    }

    @Bean
    BooksRule invoiceTaxRule() {
        return new BooksRule(
                "invoice-tax",
                "Every tax row is its rate of its base, but for rounding by line; what is not taxed bears none.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       'its tax row "' || t.label || '" is {stated}, but the rate makes {found}.' as words,
                       i.currency, t.tax_minor as stated_minor, expected.minor as found_minor
                  from invoice_tax t
                  join invoice i on i.id = t.invoice_id and i.status <> 'DRAFT'
                  join (select invoice_id, count(*) as lines from invoice_line group by invoice_id) l on l.invoice_id = i.id
                 cross join lateral (select case when t.treatment in ('STANDARD', 'REDUCED')
                                                 then round(t.base_minor * t.percent / 100)::bigint else 0 end as minor) expected
                 where i.taken_over_on is null and t.tax_minor <> expected.minor
                   and (expected.minor = 0 or abs(t.tax_minor - expected.minor) > l.lines)
                """);
    }

    @Bean
    BooksRule invoiceBookingsRule() {
        return new BooksRule(
                "invoice-bookings",
                "Every line, tax row and rounding of an invoice is booked once, on its day; nothing else is booked for it.",
                """
                with expected as (
                  select i.id, 'INVOICE_LINE' as reason, l.position as part, l.net_minor as minor
                    from invoice i join invoice_line l on l.invoice_id = i.id
                   where i.status <> 'DRAFT' and i.taken_over_on is null and l.net_minor <> 0
                  union all
                  select i.id, 'INVOICE_TAX', t.position, t.tax_minor
                    from invoice i join invoice_tax t on t.invoice_id = i.id
                   where i.status <> 'DRAFT' and i.taken_over_on is null and t.tax_minor <> 0
                  union all
                  select id, 'INVOICE_ROUNDING', 1, rounding_minor from invoice
                   where status <> 'DRAFT' and rounding_minor <> 0),
                booked as (
                  select source_id as id, reason, part, customer_id, currency, booked_on,
                         case when debit = 'RECEIVABLE' then amount_minor else -amount_minor end as minor
                    from transfer
                   where source_kind = 'INVOICE' and reason in ('INVOICE_LINE', 'INVOICE_TAX', 'INVOICE_ROUNDING'))
                select 'INVOICE' as kind, id, coalesce('Invoice ' || i.number, 'An invoice that is not there') as subject,
                       case when b.minor is null then '{stated} of ' || reason || ' ' || part || ' is not booked.'
                            when e.minor is null then '{found} is booked as ' || reason || ' ' || part || ', which no row explains.'
                            when b.minor <> e.minor then reason || ' ' || part || ' is {stated}, but {found} is booked.'
                            when b.booked_on <> i.issued_on then 'it was issued on ' || i.issued_on || ', but booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(i.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, reason, part)
                  left join (select id, number, customer_id, currency, issued_on from invoice) i using (id)
                 where e.minor is distinct from b.minor or b.booked_on <> i.issued_on
                    or b.customer_id <> i.customer_id or b.currency <> i.currency
                """);
    }

    @Bean
    BooksRule receivablesRule() {
        return new BooksRule(
                "receivables",
                "What a customer owes in the ledger is what is due on open invoices.",
                """
                with due as (
                  select customer_id, currency, sum(total_minor - paid_minor)::bigint as minor
                    from invoice where status = 'OPEN' group by customer_id, currency)
                select 'CUSTOMER' as kind, c.id, c.name as subject,
                       'the ledger says {stated} is open, but the open invoices add up to {found}.' as words,
                       currency, coalesce(b.receivable_minor, 0) as stated_minor, coalesce(d.minor, 0) as found_minor
                  from balance b
                  full join due d using (customer_id, currency)
                  join (select id, name from customer) c on c.id = customer_id
                 where coalesce(b.receivable_minor, 0) <> coalesce(d.minor, 0)
                """);
    }

    @Bean
    BooksRule billedPeriodsRule() {
        return new BooksRule(
                "billed-periods",
                "No day of an item is billed twice, and every day billed here has its posted invoice with a line for it.",
                """
                with billed as (
                  select *, lag(period) over (partition by item_id, kind order by period) as before from billed_period)
                select 'INVOICE' as kind, b.invoice_id as id, coalesce('Invoice ' || i.number, 'An invoice that is not there') as subject,
                       case when b.period && b.before
                            then 'it bills ' || b.period * b.before || ' of an item that was billed for it before.'
                            else 'it is to have billed ' || b.period || ', but no line says so.' end as words,
                       null::text as currency, null::bigint as stated_minor, null::bigint as found_minor
                  from billed b
                  left join invoice i on i.id = b.invoice_id and i.status <> 'DRAFT'
                 where b.period && b.before
                    or b.invoice_id is not null and not exists (select from invoice_line l
                                    where l.invoice_id = i.id and l.subscription_id = b.subscription_id
                                      and (l.service_period @> b.period or l.service_period is null))
                """);
    }
}
