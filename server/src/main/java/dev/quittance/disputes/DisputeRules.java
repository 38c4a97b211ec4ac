package dev.quittance.disputes;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of disputes. */
@Configuration(proxyBeanMethods = false)
class DisputeRules {

    @Bean
    BooksRule disputeBookingsRule() {
        return new BooksRule(
                "dispute-bookings",
                "Of every dispute what was taken, the fee, and what came back are booked once, in full and on their days; nothing else is booked as disputed.",
                """
                with expected as (
                  select d.id, d.customer_id, d.currency, part.reason, part.minor, part.booked_on
                    from dispute d
                   cross join lateral (values ('PAYMENT_REVERSED', d.amount_minor, d.opened_on),
                                              ('GATEWAY_FEE', d.fee_minor, d.opened_on),
                                              ('GATEWAY_FEE_RETURNED', d.fee_returned_minor, d.decided_on),
                                              ('REVERSAL_WON', case when d.state = 'WON' then d.amount_minor else 0 end, d.decided_on))
                           as part (reason, minor, booked_on)
                   where part.minor > 0),
                booked as (
                  select source_id as id, customer_id, currency, reason, amount_minor as minor, booked_on
                    from transfer
                   where source_kind = 'DISPUTE' or reason = 'REVERSAL_WON')
                select 'DISPUTE' as kind, id, coalesce('Dispute ' || d.gateway_ref, 'A dispute that is not there') as subject,
                       case when b.minor is null then '{stated} of ' || reason || ' is not booked.'
                            when e.minor is null then '{found} is booked as ' || reason || ', which nothing explains.'
                            when b.minor <> e.minor then reason || ' is {stated}, but {found} is booked.'
                            when b.booked_on is distinct from e.booked_on
                              then reason || ' is of ' || coalesce(e.booked_on::text, 'no day') || ', but booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(e.currency, b.currency) as currency, e.minor as stated_minor, b.minor as found_minor
                  from expected e
                  full join booked b using (id, reason)
                  left join (select id, gateway_ref from dispute) d using (id)
                 where e.minor is distinct from b.minor or b.booked_on is distinct from e.booked_on
                    or b.customer_id <> e.customer_id or b.currency <> e.currency
                """);
    }

    @Bean
    BooksRule disputedMoneyRule() {
        return new BooksRule(
                "disputed-money",
                "What is disputed of every payment is the sum of its disputes that were not won.",
                """
                select 'PAYMENT' as kind, p.id, 'Payment ' || coalesce(p.number, 'that did not succeed') as subject,
                       '{stated} of it is stated as disputed, but its disputes add up to {found}.' as words,
                       p.currency, p.disputed_minor as stated_minor, coalesce(d.minor, 0) as found_minor
                  from payment p
                  left join (select payment_id, sum(amount_minor)::bigint as minor from dispute
                              where state <> 'WON' group by payment_id) d on d.payment_id = p.id
                 where p.disputed_minor <> coalesce(d.minor, 0)
                """);
    }
}
