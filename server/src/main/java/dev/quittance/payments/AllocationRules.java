package dev.quittance.payments;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of what pays which invoice. */
@Configuration(proxyBeanMethods = false)
class AllocationRules {

    @Bean
    BooksRule invoicePaidRule() {
        return new BooksRule(
                "invoice-paid",
                "What is paid of every invoice is the sum of its allocations and of what was paid before it was taken over, and its status follows.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || coalesce(i.number, 'draft') as subject,
                       case when i.paid_minor <> a.minor then '{stated} is stated as paid, but the allocations add up to {found}.'
                            else 'it is ' || i.status || ', but {found} of {stated} is paid.' end as words,
                       i.currency, case when i.paid_minor <> a.minor then i.paid_minor else i.total_minor end as stated_minor,
                       a.minor as found_minor
                  from invoice i
                  left join (select invoice_id, sum(amount_minor)::bigint as minor from allocation where undone_on is null group by invoice_id) paid
                    on paid.invoice_id = i.id
                 cross join lateral (select i.paid_before_minor + coalesce(paid.minor, 0) as minor) a
                 where i.paid_minor <> a.minor
                    or i.status in ('OPEN', 'PAID') and (i.status = 'PAID') <> (a.minor = i.total_minor)
                """);
    }

    @Bean
    BooksRule allocationBookingsRule() {
        return new BooksRule(
                "allocation-bookings",
                "Every allocation is booked once and as long as it stands; nothing else is booked as one.",
                """
                with booked as (
                  select source_id as id, min(currency) as currency,
                         sum(case reason when 'ALLOCATED' then amount_minor else -amount_minor end)::bigint as minor
                    from transfer
                   where source_kind = 'ALLOCATION' and reason in ('ALLOCATED', 'ALLOCATION_UNDONE')
                   group by source_id
                  having sum(case reason when 'ALLOCATED' then amount_minor else -amount_minor end) <> 0)
                select 'INVOICE' as kind, i.id, coalesce('Invoice ' || i.number, 'An allocation that is not there') as subject,
                       case when b.minor is null then 'the allocation of {stated} is not booked.'
                            when a.amount_minor is null then '{found} is booked as allocated.'
                            else '{stated} is allocated, but {found} is booked.' end as words,
                       coalesce(i.currency, b.currency) as currency, a.amount_minor as stated_minor, b.minor as found_minor
                  from (select id, invoice_id, amount_minor from allocation where undone_on is null) a
                  full join booked b using (id)
                  left join invoice i on i.id = a.invoice_id
                 where a.amount_minor is distinct from b.minor
                """);
    }

    @Bean
    BooksRule allocatedMoneyRule() {
        return new BooksRule(
                "allocated-money",
                "No payment pays more than came in and was not taken back, and none pays another customer's invoice or in another currency.",
                """
                select 'PAYMENT' as kind, p.id, 'Payment ' || coalesce(p.number, 'that did not succeed') as subject,
                       case when used.foreign_count > 0 then 'it pays an invoice of another customer or currency.'
                            else '{stated} came in and stayed, but {found} of it is allocated.' end as words,
                       p.currency, case when p.number is null then 0 else p.amount_minor - p.disputed_minor end as stated_minor, used.minor as found_minor
                  from (select a.payment_id, sum(a.amount_minor)::bigint as minor,
                               count(*) filter (where i.customer_id <> q.customer_id or i.currency <> q.currency) as foreign_count
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                          join payment q on q.id = a.payment_id
                         where a.undone_on is null
                         group by a.payment_id) used
                  join payment p on p.id = used.payment_id
                 where used.foreign_count > 0 or p.number is null or used.minor > p.amount_minor - p.disputed_minor
                """);
    }

    @Bean
    BooksRule allocatedCreditRule() {
        return new BooksRule(
                "allocated-credit",
                "No credit note pays more than it gives back.",
                """
                select 'CREDIT_NOTE' as kind, n.id, 'Credit note ' || n.number as subject,
                       'it gives back {stated}, but {found} of it is allocated.' as words,
                       n.currency, n.total_minor as stated_minor, used.minor as found_minor
                  from (select credit_note_id, sum(amount_minor)::bigint as minor from allocation where undone_on is null group by 1) used
                  join credit_note n on n.id = used.credit_note_id
                 where used.minor > n.total_minor
                """);
    }
}
