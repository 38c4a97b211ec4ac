package dev.quittance.payments;

import dev.quittance.ledger.BooksRule;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.SeriesKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of money that came in. */
@Configuration(proxyBeanMethods = false)
class PaymentRules {

    @Bean
    BooksRule paymentBookingsRule() {
        return new BooksRule(
                "payment-bookings",
                "Every payment that succeeded is booked once, in full and on its day; nothing else is booked as received.",
                """
                with booked as (
                  select source_id as id, customer_id, currency, booked_on, amount_minor
                    from transfer
                   where source_kind = 'PAYMENT' and reason = 'PAYMENT_RECEIVED')
                select 'PAYMENT' as kind, id, coalesce('Payment ' || p.number, 'A payment that did not succeed') as subject,
                       case when b.amount_minor is null then '{stated} is not booked.'
                            when p.number is null then '{found} is booked for it.'
                            when p.amount_minor <> b.amount_minor then '{stated} came in, but {found} is booked.'
                            when p.paid_on <> b.booked_on then 'it came in on ' || p.paid_on || ', but is booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(p.currency, b.currency) as currency, p.amount_minor as stated_minor, b.amount_minor as found_minor
                  from (select * from payment where number is not null) p
                  full join booked b using (id)
                 where p.amount_minor is distinct from b.amount_minor or p.paid_on <> b.booked_on
                    or p.customer_id <> b.customer_id or p.currency <> b.currency
                """);
    }

    @Bean
    BooksRule reversalBookingsRule() {
        return new BooksRule(
                "reversal-bookings",
                "Every payment that was put back is booked back once, in full and on its day; nothing else is booked as reversed.",
                """
                with booked as (
                  select source_id as id, customer_id, currency, booked_on, amount_minor
                    from transfer
                   where source_kind = 'PAYMENT' and reason = 'PAYMENT_REVERSED')
                select 'PAYMENT' as kind, id, coalesce('Payment ' || p.number, 'A payment that was not put back') as subject,
                       case when b.amount_minor is null then '{stated} was put back, but is not booked.'
                            when p.number is null then '{found} is booked as put back.'
                            when p.amount_minor <> b.amount_minor then '{stated} was put back, but {found} is booked.'
                            when p.reversed_on <> b.booked_on then 'it was put back on ' || p.reversed_on || ', but is booked on ' || b.booked_on || '.'
                            else 'it is booked for another customer or currency.' end as words,
                       coalesce(p.currency, b.currency) as currency, p.amount_minor as stated_minor, b.amount_minor as found_minor
                  from (select * from payment where status = 'REVERSED') p
                  full join booked b using (id)
                 where p.amount_minor is distinct from b.amount_minor or p.reversed_on <> b.booked_on
                    or p.customer_id <> b.customer_id or p.currency <> b.currency
                """);
    }

    @Bean
    BooksRule receiptNumbersRule() {
        return new BooksRule(
                "receipt-numbers",
                "Receipt numbers have no gap, and their dates never run backwards.",
                NumberSeries.faults(
                        SeriesKind.RECEIPT,
                        "select id, number, paid_on as issued_on from payment where number is not null"));
    }

    @Bean
    BooksRule creditBelowZeroRule() {
        return new BooksRule(
                "credit-below-zero",
                "Nobody's credit is below zero, unless a payment was taken back, or sent back at the gateway itself.",
                """
                select 'CUSTOMER' as kind, c.id, c.name as subject, 'available credit is {stated}.' as words,
                       b.currency, b.credit_minor as stated_minor, null::bigint as found_minor
                  from balance b
                  join customer c on c.id = b.customer_id
                 where b.credit_minor < 0
                   and not exists (select from transfer t
                                    where t.customer_id = b.customer_id and t.currency = b.currency
                                      and t.reason = 'PAYMENT_REVERSED')
                   and not exists (select from refund r
                                     join refund_attempt a on a.refund_id = r.id
                                    where r.customer_id = b.customer_id and r.currency = b.currency
                                      and a.idempotency_key = a.gateway_ref)
                """);
    }
}
