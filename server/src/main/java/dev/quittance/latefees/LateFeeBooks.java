package dev.quittance.latefees;

import dev.quittance.ledger.BooksRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold of late fees. */
@Configuration(proxyBeanMethods = false)
class LateFeeBooks {

    @Bean
    BooksRule lateFeesRule() {
        return new BooksRule(
                "late-fees",
                "A late fee is billed with an invoice of its own over its amount, to the customer who is late.",
                """
                select 'INVOICE' as kind, i.id, 'Invoice ' || i.number as subject,
                       case when b.customer_id <> i.customer_id or f.customer_id <> i.customer_id
                            then 'its late fee ' || f.step || ' is billed to another customer.'
                            when b.currency <> f.currency or f.currency <> i.currency
                            then 'its late fee ' || f.step || ' is in another currency.'
                            else 'its late fee ' || f.step || ' is {stated}, but {found} is billed for it.' end as words,
                       f.currency, f.amount_minor as stated_minor, b.net_minor as found_minor
                  from late_fee f
                  join invoice i on i.id = f.invoice_id
                  join invoice b on b.id = f.fee_invoice_id
                 where b.customer_id <> i.customer_id or f.customer_id <> i.customer_id
                    or b.currency <> f.currency or f.currency <> i.currency
                    or b.net_minor <> f.amount_minor
                """);
    }
}
