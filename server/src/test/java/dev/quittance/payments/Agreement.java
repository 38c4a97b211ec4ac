package dev.quittance.payments;

import static java.util.Map.entry;

import java.util.Map;

/** What must agree in the books: faults by name, each with the statement that counts them. */
interface Agreement {
    Map<String, String> RULES =
            Map.ofEntries(
                    entry(
                            "credit below zero",
                            """
                            select count(*) from balance where credit_minor < 0
                            """),
                    entry(
                            "invoices that differ from their parts",
                            """
                            select count(*)
                              from invoice i
                              left join lateral (select coalesce(sum(amount_minor), 0) as paid from allocation where invoice_id = i.id) a on true
                             where i.paid_minor <> a.paid
                                or (i.status = 'PAID') <> (i.total_minor = i.paid_minor and i.status <> 'DRAFT')
                            """),
                    entry(
                            "receivables that differ from invoices",
                            """
                            select count(*)
                              from balance b
                             where receivable_minor <> (select coalesce(sum(total_minor - paid_minor), 0) from invoice i
                                                         where i.customer_id = b.customer_id and i.currency = b.currency
                                                           and i.status = 'OPEN')
                            """),
                    entry(
                            "payments that differ from charges",
                            """
                            select count(*)
                              from payment p
                              join payment_attempt a on a.payment_id = p.id
                              full join sandbox_charge s on s.idempotency_key = a.idempotency_key
                             where (s.state = 'SUCCEEDED') is distinct from (p.status = 'SUCCEEDED')
                               and (s.state = 'SUCCEEDED' or p.status = 'SUCCEEDED')
                                or s.amount_minor <> p.amount_minor
                                or (s.id is not null and p.id is null)
                            """),
                    entry(
                            "payments without their one booking",
                            """
                            select count(*)
                              from payment p
                             where (status = 'SUCCEEDED') <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'PAYMENT' and t.source_id = p.id
                                            and t.debit = 'CLEARING' and t.amount_minor = p.amount_minor))
                            """),
                    entry(
                            "gaps between receipts",
                            """
                            select count(*) from (
                              select right(number, 6)::bigint - row_number() over (order by number) as shift
                                from payment where number is not null) n where shift <> 0
                            """),
                    entry(
                            "claims that outlived their payment",
                            """
                            select count(*)
                              from payment_target t
                              join payment p on p.id = t.payment_id
                             where t.unfinished <> (p.status in ('PROCESSING', 'REQUIRES_ACTION'))
                            """));
}
