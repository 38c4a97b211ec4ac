package dev.quittance.banking;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of money that a bank statement shows. */
@Configuration(proxyBeanMethods = false)
class BankBooksRules {

    @Bean
    BooksRule bankEntriesRule() {
        return new BooksRule(
                "bank-entries",
                "Every bank entry that is a payment, a refund or a returned payment is booked at the bank once and in full; what is opened again is booked back; nothing else is booked by a bank entry.",
                """
                with expected as (
                  select e.id, e.currency, coalesce(p.customer_id, r.customer_id) as customer_id,
                         case e.direction when 'CREDIT' then e.amount_minor else -e.amount_minor end as minor
                    from bank_entry e
                    left join payment p on p.id = coalesce(e.payment_id, e.returned_id)
                    left join refund r on r.id = e.refund_id
                   where e.state = 'BOOKED' and e.payout_id is null),
                booked as (
                  select source_id as id, customer_id, currency,
                         sum(case reason when 'BANK_CAME_IN' then amount_minor else -amount_minor end)::bigint as minor
                    from transfer
                   where source_kind = 'BANK_ENTRY' or reason in ('BANK_CAME_IN', 'BANK_WENT_OUT')
                   group by 1, 2, 3
                  having sum(case reason when 'BANK_CAME_IN' then amount_minor else -amount_minor end) <> 0)
                select 'BANK_ENTRY' as kind, id, coalesce('The bank entry of ' || e.booked_on, 'A bank entry that is not there') as subject,
                       case when b.minor is null then '{stated} is not booked at the bank.'
                            when x.minor is null then '{found} is booked at the bank, though it is not decided.'
                            else 'it is {stated}, but {found} is booked at the bank.' end as words,
                       currency, x.minor as stated_minor, b.minor as found_minor
                  from expected x
                  full join booked b using (id, customer_id, currency)
                  left join (select id, booked_on from bank_entry) e using (id)
                 where x.minor is distinct from b.minor
                """);
    }

    @Bean
    BooksRule bankPaymentsRule() {
        return new BooksRule(
                "bank-payments",
                "A payment, a refund and a payout have the amount of the bank entry that they are.",
                """
                select 'BANK_ENTRY' as kind, e.id, 'The bank entry of ' || e.booked_on as subject,
                       'it is {stated}, but what it became is {found}.' as words, e.currency,
                       case e.direction when 'CREDIT' then e.amount_minor else -e.amount_minor end as stated_minor,
                       coalesce(p.amount_minor, -r.amount_minor, -b.amount_minor, o.amount_minor) as found_minor
                  from bank_entry e
                  left join payment p on p.id = e.payment_id
                  left join refund r on r.id = e.refund_id
                  left join payment b on b.id = e.returned_id
                  left join payout o on o.id = e.payout_id
                 where e.state = 'BOOKED'
                   and (case e.direction when 'CREDIT' then e.amount_minor else -e.amount_minor end
                          is distinct from coalesce(p.amount_minor, -r.amount_minor, -b.amount_minor, o.amount_minor)
                        or e.currency <> coalesce(p.currency, r.currency, b.currency, o.currency))
                """);
    }
}
