package dev.quittance.takeover;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of what was taken over. */
@Configuration(proxyBeanMethods = false)
class OpeningRules {

    @Bean
    BooksRule openingBookingsRule() {
        return new BooksRule(
                "opening-bookings",
                "What is booked against OPENING is what was taken over and not taken back, row by row.",
                """
                with taken as (
                  select made_id as id, customer_id, currency, case when undone then 0 else amount_minor end as minor
                    from take_over_row where made_id is not null and kind <> 'NEXT_BILLING_DATES'),
                booked as (
                  select source_id as id, min(customer_id::text)::uuid as customer_id, min(currency) as currency,
                         sum(case when debit = 'OPENING' then -amount_minor else amount_minor end)::bigint as minor
                    from transfer where reason in ('OPENING_RECEIVABLE', 'OPENING_CREDIT')
                   group by source_id)
                select 'CUSTOMER' as kind, c.id, c.name as subject,
                       case when t.minor is null then '{found} is booked as taken over, which no row explains.'
                            when b.minor is null then '{stated} was taken over, but is not booked.'
                            when t.minor <> b.minor then '{stated} was taken over, but {found} is booked.'
                            else 'what was taken over is booked for another customer or currency.' end as words,
                       coalesce(t.currency, b.currency) as currency, t.minor as stated_minor, b.minor as found_minor
                  from taken t
                  full join booked b using (id)
                  join (select id, name from customer) c on c.id = coalesce(t.customer_id, b.customer_id)
                 where t.minor is distinct from b.minor and (t.minor is not null or b.minor <> 0)
                    or t.customer_id <> b.customer_id or t.currency <> b.currency
                """);
    }

    @Bean
    BooksRule takenOverInvoicesRule() {
        return new BooksRule(
                "taken-over-invoices",
                "Every invoice that was taken over is booked for what was open of it, and for nothing else.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       '{stated} of it was open when it was taken over, but {found} is booked.' as words,
                       i.currency, i.total_minor - i.paid_before_minor as stated_minor, b.minor as found_minor
                  from invoice i
                 cross join lateral (
                       select coalesce(sum(case when debit = 'RECEIVABLE' then amount_minor else -amount_minor end), 0)::bigint as minor
                         from transfer
                        where source_kind = 'OPENING' and source_id = i.id and reason = 'OPENING_RECEIVABLE') b
                 where i.taken_over_on is not null and i.total_minor - i.paid_before_minor <> b.minor
                """);
    }
}
