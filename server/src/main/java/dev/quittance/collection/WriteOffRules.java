package dev.quittance.collection;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of invoices that were given up. */
@Configuration(proxyBeanMethods = false)
class WriteOffRules {

    @Bean
    BooksRule writeOffBookingsRule() {
        return new BooksRule(
                "write-off-bookings",
                "Every write-off and every recovery is booked once, in full and on its day; nothing else is booked as one.",
                """
                with expected as (
                  select id, 'WRITTEN_OFF' as reason, made_on as on_day, amount_minor as minor from write_off
                  union all
                  select id, 'RECOVERED', recovered_on, amount_minor from write_off where recovered_on is not null),
                booked as (
                  select source_id as id, reason, booked_on, customer_id, currency, amount_minor as minor
                    from transfer where reason in ('WRITTEN_OFF', 'RECOVERED'))
                select 'INVOICE' as kind, i.id, coalesce('Invoice ' || i.number, 'A write-off that is not there') as subject,
                       case when b.minor is null then '{stated} is not booked as ' || reason || '.'
                            when e.minor is null then '{found} is booked as ' || reason || ', which no write-off explains.'
                            when b.minor <> e.minor then reason || ' is {stated}, but {found} is booked.'
                            when b.booked_on <> e.on_day then reason || ' is of ' || e.on_day || ', but booked on ' || b.booked_on || '.'
                            else reason || ' is booked for another customer or currency.' end as words,
                       coalesce(w.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, reason)
                  left join (select id, invoice_id, customer_id, currency from write_off) w using (id)
                  left join (select id, number from invoice) i on i.id = w.invoice_id
                 where e.minor is distinct from b.minor or b.booked_on <> e.on_day
                    or b.customer_id <> w.customer_id or b.currency <> w.currency
                """);
    }

    @Bean
    BooksRule writtenOffInvoicesRule() {
        return new BooksRule(
                "written-off-invoices",
                "What is given up of an invoice is all that is not paid of it, and its status says so.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       case when w.amount_minor is null then 'it is WRITTEN_OFF, but nothing of it is given up.'
                            when i.status <> 'WRITTEN_OFF' then 'it is ' || i.status || ', but {stated} of it is given up.'
                            else '{stated} of it is given up, but {found} is not paid.' end as words,
                       i.currency, w.amount_minor as stated_minor, i.total_minor - i.paid_minor as found_minor
                  from (select id, number, status, currency, total_minor, paid_minor from invoice) i
                  left join write_off w on w.invoice_id = i.id and w.recovered_on is null
                 where (i.status = 'WRITTEN_OFF') <> (w.id is not null)
                    or w.amount_minor <> i.total_minor - i.paid_minor
                """);
    }
}
