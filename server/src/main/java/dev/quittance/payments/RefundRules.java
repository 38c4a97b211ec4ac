package dev.quittance.payments;

import dev.quittance.ledger.BooksRule;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.SeriesKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of money that goes back. */
@Configuration(proxyBeanMethods = false)
class RefundRules {

    @Bean
    BooksRule refundBookingsRule() {
        return new BooksRule(
                "refund-bookings",
                "Every refund is booked once when it begins and once when it has ended, and once more if it came back, in full and on its day; nothing else is booked as one.",
                """
                with expected as (
                  select id, 'REFUND_BEGUN' as reason, begun_on as on_day, amount_minor as minor from refund
                  union all
                  select id, case status when 'FAILED' then 'REFUND_FAILED' else 'REFUND_SETTLED' end, settled_on, amount_minor
                    from refund where status <> 'PENDING'
                  union all
                  select id, 'REFUND_RETURNED', returned_on, amount_minor from refund where status = 'RETURNED'),
                booked as (
                  select source_id as id, reason, booked_on, customer_id, currency, amount_minor as minor
                    from transfer where reason in ('REFUND_BEGUN', 'REFUND_SETTLED', 'REFUND_FAILED', 'REFUND_RETURNED'))
                select 'PAYMENT' as kind, r.payment_id as id,
                       coalesce('Refund ' || r.number, 'A refund of payment ' || p.number, 'A refund that is not there') as subject,
                       case when b.minor is null then '{stated} is not booked as ' || reason || '.'
                            when e.minor is null then '{found} is booked as ' || reason || ', which no refund explains.'
                            when b.minor <> e.minor then reason || ' is {stated}, but {found} is booked.'
                            when b.booked_on <> e.on_day then reason || ' is of ' || e.on_day || ', but booked on ' || b.booked_on || '.'
                            else reason || ' is booked for another customer or currency.' end as words,
                       coalesce(r.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, reason)
                  left join (select id, number, payment_id, customer_id, currency from refund) r using (id)
                  left join (select id, number from payment) p on p.id = r.payment_id
                 where e.minor is distinct from b.minor or b.booked_on <> e.on_day
                    or b.customer_id <> r.customer_id or b.currency <> r.currency
                """);
    }

    @Bean
    BooksRule refundedMoneyRule() {
        return new BooksRule(
                "refunded-money",
                "No more of a payment is sent back from here than came in, and to the customer who paid; what somebody sent at the gateway itself was not ours to stop.",
                """
                select 'PAYMENT' as kind, p.id, 'Payment ' || coalesce(p.number, 'that did not succeed') as subject,
                       case when r.foreign_count > 0 then 'a refund of it is of another customer or currency.'
                            else '{stated} came in, but {found} goes back.' end as words,
                       p.currency, case when p.number is null then 0 else p.amount_minor end as stated_minor, r.minor as found_minor
                  from (select f.payment_id, sum(f.amount_minor)::bigint as minor,
                               count(*) filter (where f.customer_id <> q.customer_id or f.currency <> q.currency) as foreign_count
                          from refund f
                          join payment q on q.id = f.payment_id
                         where f.status not in ('FAILED', 'RETURNED')
                           and not exists (select from refund_attempt a where a.refund_id = f.id and a.idempotency_key = a.gateway_ref)
                         group by f.payment_id) r
                  join payment p on p.id = r.payment_id
                 where r.foreign_count > 0 or p.number is null or r.minor > p.amount_minor
                """);
    }

    @Bean
    BooksRule refundNumbersRule() {
        return new BooksRule(
                "refund-numbers",
                "Refund numbers have no gap, and their dates never run backwards.",
                NumberSeries.faults(
                        SeriesKind.REFUND,
                        "select id, number, settled_on as issued_on from refund where number is not null"));
    }
}
