package dev.quittance.payouts;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of fees, and of money that went to the bank. */
@Configuration(proxyBeanMethods = false)
class PayoutRules {

    @Bean
    BooksRule gatewayFeesRule() {
        return new BooksRule(
                "gateway-fees",
                "What a gateway keeps of each charge, or more or less of it with the payout, is booked once; nothing else is booked as a fee.",
                """
                with expected as (
                  select p.id as payment_id, coalesce(x.fee_minor, a.fee_minor) as minor
                    from payment_attempt a
                    join payment p on p.id = a.payment_id
                    left join payout_part x on x.payment_id = p.id and x.refund_id is null and x.dispute_id is null
                   where a.state = 'SUCCEEDED'),
                booked as (
                  select coalesce(x.payment_id, t.source_id) as payment_id,
                         sum(case t.reason when 'GATEWAY_FEE' then t.amount_minor else -t.amount_minor end)::bigint as minor,
                         min(t.currency) as currency
                    from transfer t
                    left join payout_part x on t.source_kind = 'PAYOUT' and x.payout_id = t.source_id and x.position = t.part
                   where t.reason in ('GATEWAY_FEE', 'GATEWAY_FEE_RETURNED') and t.source_kind <> 'DISPUTE'
                     and x.refund_id is null and x.dispute_id is null
                   group by 1)
                select 'PAYMENT' as kind, payment_id as id, coalesce('Payment ' || p.number, 'A payment that is not there') as subject,
                       'the gateway keeps {stated}, but {found} is booked as its fee.' as words,
                       coalesce(p.currency, b.currency) as currency, coalesce(e.minor, 0) as stated_minor, coalesce(b.minor, 0) as found_minor
                  from expected e
                  full join booked b using (payment_id)
                  left join payment p on p.id = payment_id
                 where coalesce(e.minor, 0) <> coalesce(b.minor, 0)
                """);
    }

    @Bean
    BooksRule payoutBookingsRule() {
        return new BooksRule(
                "payout-bookings",
                "Every part of a payout is booked once, less its fee and on its day; nothing else is booked as sent to the bank.",
                """
                with expected as (
                  select x.payout_id as id, x.position as part, x.gross_minor - x.fee_minor as minor, o.booked_on, o.currency, x.customer_id
                    from payout_part x
                    join payout o on o.id = x.payout_id
                   where x.gross_minor <> x.fee_minor),
                booked as (
                  select source_id as id, part, customer_id, currency, booked_on,
                         case reason when 'PAYOUT' then amount_minor else -amount_minor end as minor
                    from transfer
                   where reason in ('PAYOUT', 'PAYOUT_RETURNED'))
                select 'PAYOUT' as kind, id, coalesce('Payout ' || o.gateway_ref, 'A payout that is not there') as subject,
                       case when b.minor is null then '{stated} of part ' || part || ' is not booked.'
                            when e.minor is null then '{found} is booked for part ' || part || ', which is not there.'
                            when b.minor <> e.minor then 'part ' || part || ' is {stated}, but {found} is booked.'
                            when b.booked_on <> e.booked_on then 'it was recorded on ' || e.booked_on || ', but booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(e.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, part)
                  left join (select id, gateway_ref from payout) o using (id)
                 where e.minor is distinct from b.minor or b.booked_on <> e.booked_on
                    or b.customer_id <> e.customer_id or b.currency <> e.currency
                """);
    }

    @Bean
    BooksRule payoutTotalsRule() {
        return new BooksRule(
                "payout-totals",
                "What a payout charged, sent back and kept is the sum of its parts.",
                """
                select 'PAYOUT' as kind, o.id, 'Payout ' || o.gateway_ref as subject,
                       'its ' || what || ' is stated as {stated}, but its parts add up to {found}.' as words,
                       o.currency, stated as stated_minor, found as found_minor
                  from payout o
                  left join (select payout_id, sum(gross_minor) filter (where gross_minor > 0) as charged,
                                    -sum(gross_minor) filter (where gross_minor < 0) as refunded, sum(fee_minor) as fees
                               from payout_part group by payout_id) x on x.payout_id = o.id
                 cross join lateral (values ('charges', o.charged_minor, coalesce(x.charged, 0)::bigint),
                                            ('refunds', o.refunded_minor, coalesce(x.refunded, 0)::bigint),
                                            ('fees', o.fee_minor, coalesce(x.fees, 0)::bigint))
                         as compared (what, stated, found)
                 where stated <> found
                """);
    }
}
