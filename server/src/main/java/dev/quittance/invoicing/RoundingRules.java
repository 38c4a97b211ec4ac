package dev.quittance.invoicing;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of totals that are paid in cash. */
@Configuration(proxyBeanMethods = false)
class RoundingRules {

    /**
     * A credit note rounds what was credited so far as a whole, so that its own rounding may be as
     * much as an increment.
     */
    @Bean
    BooksRule cashRoundingRule() {
        return new BooksRule(
                "cash-rounding",
                "A total rounded for cash is a multiple of the smallest coin, by no more than rounding moves.",
                """
                with rounded as (
                  select 'INVOICE' as kind, id, 'Invoice ' || number as subject, currency, total_minor, rounding_minor,
                         rounding_increment, rounding_increment / 2 as most
                    from invoice where status <> 'DRAFT' and rounding_increment is not null
                  union all
                  select 'CREDIT_NOTE', id, 'Credit note ' || number, currency, total_minor, rounding_minor,
                         rounding_increment, rounding_increment
                    from credit_note where rounding_increment is not null)
                select kind, id, subject,
                       case when total_minor % rounding_increment <> 0
                            then 'its total is {stated}, which is no multiple of {found}.'
                            else 'its rounding is {stated} at multiples of {found}.' end as words,
                       currency, case when total_minor % rounding_increment <> 0 then total_minor else rounding_minor end as stated_minor,
                       rounding_increment::bigint as found_minor
                  from rounded
                 where total_minor % rounding_increment <> 0 or abs(rounding_minor) > most
                """);
    }
}
