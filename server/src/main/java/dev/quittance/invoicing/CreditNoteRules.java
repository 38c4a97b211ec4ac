package dev.quittance.invoicing;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of credit notes, and between them and their invoices. */
@Configuration(proxyBeanMethods = false)
class CreditNoteRules {

    @Bean
    BooksRule creditNoteTotalsRule() {
        return new BooksRule(
                "credit-note-totals",
                "Every credit note's net and tax are the sums of the rows it shows.",
                """
                select 'CREDIT_NOTE' as kind, n.id, 'Credit note ' || n.number as subject,
                       'its ' || what || ' is stated as {stated}, but ' || parts || ' add up to {found}.' as words,
                       n.currency, stated as stated_minor, found as found_minor
                  from credit_note n
                  left join (select credit_note_id, sum(net_minor)::bigint as minor from credit_note_line group by credit_note_id) l
                    on l.credit_note_id = n.id
                  left join (select credit_note_id, sum(tax_minor)::bigint as minor from credit_note_tax group by credit_note_id) t
                    on t.credit_note_id = n.id
                 cross join lateral (values ('net', 'its lines', n.net_minor, coalesce(l.minor, 0)),
                                            ('tax', 'its tax rows', n.tax_minor, coalesce(t.minor, 0)))
                         as compared (what, parts, stated, found)
                 where stated <> found
                """);
    }

    @Bean
    BooksRule creditNoteBookingsRule() {
        return new BooksRule(
                "credit-note-bookings",
                "Every line, tax row and rounding of a credit note is booked once, on its day; nothing else is booked for it.",
                """
                with expected as (
                  select credit_note_id as id, 'CREDIT_LINE' as reason, position as part, net_minor as minor
                    from credit_note_line where net_minor <> 0
                  union all
                  select credit_note_id, 'CREDIT_TAX', position, tax_minor
                    from credit_note_tax where tax_minor <> 0
                  union all
                  select id, 'CREDIT_ROUNDING', 1, rounding_minor from credit_note where rounding_minor <> 0),
                booked as (
                  select source_id as id, reason, part, customer_id, currency, booked_on,
                         case when credit = 'CUSTOMER_CREDIT' then amount_minor else -amount_minor end as minor
                    from transfer
                   where source_kind in ('CREDIT_NOTE', 'CANCELLATION')
                     and reason in ('CREDIT_LINE', 'CREDIT_TAX', 'CREDIT_ROUNDING'))
                select 'CREDIT_NOTE' as kind, id, coalesce('Credit note ' || n.number, 'A credit note that is not there') as subject,
                       case when b.minor is null then '{stated} of ' || reason || ' ' || part || ' is not booked.'
                            when e.minor is null then '{found} is booked as ' || reason || ' ' || part || ', which no row explains.'
                            when b.minor <> e.minor then reason || ' ' || part || ' is {stated}, but {found} is booked.'
                            when b.booked_on <> n.issued_on then 'it was issued on ' || n.issued_on || ', but booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(n.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, reason, part)
                  left join (select id, number, customer_id, currency, issued_on from credit_note) n using (id)
                 where e.minor is distinct from b.minor or b.booked_on <> n.issued_on
                    or b.customer_id <> n.customer_id or b.currency <> n.currency
                """);
    }

    @Bean
    BooksRule creditedLinesRule() {
        return new BooksRule(
                "credited-lines",
                "No more of an invoice's line is given back than it billed.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       'line ' || l.position || ' billed {stated}, but {found} of it was credited.' as words,
                       i.currency, l.net_minor as stated_minor, given.minor as found_minor
                  from (select invoice_line_id, sum(net_minor)::bigint as minor from credit_note_line group by 1) given
                  join invoice_line l on l.id = given.invoice_line_id
                  join invoice i on i.id = l.invoice_id
                 where abs(given.minor) > abs(l.net_minor)
                """);
    }

    @Bean
    BooksRule creditedTaxRule() {
        return new BooksRule(
                "credited-tax",
                "No more tax is given back than was billed, and all of it with all of the net.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       'its tax row "' || t.label || '" billed {stated}, but {found} of it was credited'
                         || case when given.base = t.base_minor then ' with all of its net.' else '.' end as words,
                       i.currency, t.tax_minor as stated_minor, given.tax as found_minor
                  from (select n.invoice_id, c.position, sum(c.base_minor)::bigint as base, sum(c.tax_minor)::bigint as tax
                          from credit_note_tax c join credit_note n on n.id = c.credit_note_id
                         group by 1, 2) given
                  join invoice_tax t on t.invoice_id = given.invoice_id and t.position = given.position
                  join invoice i on i.id = t.invoice_id
                 where abs(given.tax) > abs(t.tax_minor) or given.base = t.base_minor and given.tax <> t.tax_minor
                """);
    }

    @Bean
    BooksRule creditNotePartiesRule() {
        return new BooksRule(
                "credit-note-parties",
                "A credit note has the customer and currency of its invoice and is not older.",
                """
                select 'CREDIT_NOTE' as kind, n.id, 'Credit note ' || n.number as subject,
                       case when n.issued_on < i.issued_on then 'it is dated before invoice ' || i.number || '.'
                            else 'its customer or currency is not that of invoice ' || i.number || '.' end as words,
                       null::text as currency, null::bigint as stated_minor, null::bigint as found_minor
                  from credit_note n
                  join invoice i on i.id = n.invoice_id
                 where n.customer_id <> i.customer_id or n.currency <> i.currency or n.issued_on < i.issued_on
                """);
    }
}
