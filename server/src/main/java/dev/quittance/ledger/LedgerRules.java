package dev.quittance.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold between transfers and what is kept of their sums. */
@Configuration(proxyBeanMethods = false)
class LedgerRules {
    static final String BALANCES = "balances";

    @Bean
    BooksRule balancesRule() {
        return new BooksRule(
                BALANCES,
                "Every stored balance is what its transfers add up to.",
                """
                with booked as (
                  select customer_id, currency,
                         sum(amount_minor * ((debit = 'RECEIVABLE')::integer - (credit = 'RECEIVABLE')::integer))::bigint as receivable,
                         sum(amount_minor * ((credit = 'CUSTOMER_CREDIT')::integer - (debit = 'CUSTOMER_CREDIT')::integer))::bigint as credit,
                         sum(amount_minor * ((credit = 'REFUND_PENDING')::integer - (debit = 'REFUND_PENDING')::integer))::bigint as refund
                    from transfer
                   group by customer_id, currency)
                select 'CUSTOMER' as kind, c.id, c.name as subject,
                       what || ' is stored as {stated}, but the transfers add up to {found}.' as words,
                       currency, coalesce(stored, 0) as stated_minor, coalesce(added, 0) as found_minor
                  from balance b
                  full join booked t using (customer_id, currency)
                  join (select id, name from customer) c on c.id = customer_id
                 cross join lateral (values ('open on invoices', b.receivable_minor, t.receivable),
                                            ('available credit', b.credit_minor, t.credit),
                                            ('refunds on their way', b.refund_pending_minor, t.refund))
                         as compared (what, stored, added)
                 where coalesce(stored, 0) <> coalesce(added, 0)
                """);
    }

    @Bean
    BooksRule refundsPendingRule() {
        return new BooksRule(
                "refunds-pending",
                "No more is settled or failed of refunds than was begun.",
                """
                select 'CUSTOMER' as kind, c.id, c.name as subject, 'refunds on their way are {stated}.' as words,
                       b.currency, b.refund_pending_minor as stated_minor, null::bigint as found_minor
                  from balance b
                  join customer c on c.id = b.customer_id
                 where b.refund_pending_minor < 0
                """);
    }

    @Bean
    BooksRule ledgerSumsRule() {
        return new BooksRule(
                "ledger-sums",
                "The trial balance is what the transfers add up to, on every day and account.",
                """
                with booked as (
                  select currency, account, booked_on, sum(debited)::bigint as debited, sum(credited)::bigint as credited
                    from (select currency, debit as account, booked_on, sum(amount_minor) as debited, 0 as credited
                            from transfer group by 1, 2, 3
                          union all
                          select currency, credit, booked_on, 0, sum(amount_minor) from transfer group by 1, 2, 3) as side
                   group by currency, account, booked_on),
                kept as (
                  select currency, account, booked_on, sum(debit_minor)::bigint as debited, sum(credit_minor)::bigint as credited
                    from ledger_sum
                   group by currency, account, booked_on)
                select 'ACCOUNT' as kind, null::uuid as id, account || ' on ' || booked_on as subject,
                       what || ' are stored as {stated}, but the transfers add up to {found}.' as words,
                       currency, coalesce(stored, 0) as stated_minor, coalesce(added, 0) as found_minor
                  from kept k
                  full join booked b using (currency, account, booked_on)
                 cross join lateral (values ('debits', k.debited, b.debited), ('credits', k.credited, b.credited))
                         as compared (what, stored, added)
                 where coalesce(stored, 0) <> coalesce(added, 0)
                """);
    }
}
