package dev.quittance.payments;

import static java.util.Map.entry;

import java.util.Map;

/** What must agree in the books: faults by name, each with the statement that counts them. */
interface Agreement {
    Map<String, String> RULES =
            Map.ofEntries(
                    entry(
                            "credit below zero without a payment that was put back to New",
                            """
                            select count(*) from balance b
                             where credit_minor < 0
                               and not exists (select 1 from payment p where p.customer_id = b.customer_id and p.status = 'REVERSED')
                               and not exists (select 1 from dispute d where d.customer_id = b.customer_id)
                               and not exists (select 1 from refund r join refund_attempt a on a.refund_id = r.id
                                                where r.customer_id = b.customer_id and a.idempotency_key = a.gateway_ref)
                            """),
                    entry(
                            "invoices that differ from their parts",
                            """
                            select count(*)
                              from invoice i
                              left join lateral (select coalesce(sum(amount_minor), 0) as paid from allocation where invoice_id = i.id and undone_on is null) a on true
                             where i.paid_minor <> i.paid_before_minor + a.paid
                                or (i.status in ('PAID', 'VOID')) <> (i.total_minor = i.paid_minor and i.status <> 'DRAFT')
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
                              join payment_attempt a on a.payment_id = p.id and a.gateway = 'sandbox'
                              full join sandbox_charge s on s.idempotency_key = a.idempotency_key
                             where (s.state = 'SUCCEEDED') is distinct from (p.status = 'SUCCEEDED')
                               and (s.state = 'SUCCEEDED' and p.status not in ('PROCESSING', 'REQUIRES_ACTION')
                                    or p.status = 'SUCCEEDED')
                                or s.amount_minor <> p.amount_minor
                                or (s.id is not null and p.id is null)
                            """),
                    entry(
                            "payments without their one booking",
                            """
                            select count(*)
                              from payment p
                             where (status in ('SUCCEEDED', 'REVERSED')) <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'PAYMENT' and t.source_id = p.id
                                            and t.debit = 'CLEARING' and t.amount_minor = p.amount_minor))
                                or (status = 'REVERSED') <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'PAYMENT' and t.source_id = p.id
                                            and t.reason = 'PAYMENT_REVERSED' and t.amount_minor = p.amount_minor))
                            """),
                    entry(
                            "allocations that the ledger does not explain",
                            """
                            select count(*)
                              from allocation a
                             where 1 <> (select count(*) from transfer t where t.source_kind = 'ALLOCATION' and t.source_id = a.id
                                            and t.reason = 'ALLOCATED' and t.amount_minor = a.amount_minor)
                                or (a.undone_on is not null) <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'ALLOCATION' and t.source_id = a.id
                                            and t.reason = 'ALLOCATION_UNDONE' and t.amount_minor = a.amount_minor))
                            """),
                    entry(
                            "payments that pay more than they brought in, or pay though they are put back",
                            """
                            select count(*)
                              from payment p
                              join (select payment_id, sum(amount_minor) as minor from allocation
                                     where undone_on is null group by payment_id) a on a.payment_id = p.id
                             where a.minor > p.amount_minor - p.disputed_minor or p.status <> 'SUCCEEDED'
                            """),
                    entry(
                            "refunds above what was paid in money",
                            """
                            select count(*)
                              from payment p
                              join (select payment_id, sum(amount_minor) as minor from refund f
                                     where status not in ('FAILED', 'RETURNED')
                                       and not exists (select from refund_attempt a
                                                        where a.refund_id = f.id and a.idempotency_key = a.gateway_ref)
                                     group by payment_id) r on r.payment_id = p.id
                             where r.minor > p.amount_minor
                            """),
                    entry(
                            "refunds that the ledger does not explain",
                            """
                            select count(*)
                              from refund r
                             where 1 <> (select count(*) from transfer t where t.source_kind = 'REFUND' and t.source_id = r.id
                                            and t.reason = 'REFUND_BEGUN' and t.amount_minor = r.amount_minor)
                                or (r.status in ('SUCCEEDED', 'RETURNED')) <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'REFUND' and t.source_id = r.id
                                            and t.reason = 'REFUND_SETTLED' and t.amount_minor = r.amount_minor))
                                or (r.status = 'FAILED') <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'REFUND' and t.source_id = r.id
                                            and t.reason = 'REFUND_FAILED' and t.amount_minor = r.amount_minor))
                                or (r.status = 'RETURNED') <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'REFUND' and t.source_id = r.id
                                            and t.reason = 'REFUND_RETURNED' and t.amount_minor = r.amount_minor))
                            """),
                    entry(
                            "refunds that differ from the gateway's",
                            """
                            select count(*)
                              from refund r
                              join refund_attempt a on a.refund_id = r.id and a.gateway = 'sandbox'
                              full join sandbox_refund s on s.idempotency_key = a.idempotency_key
                             where s.state is distinct from r.status
                               and (s.state in ('SUCCEEDED', 'RETURNED') and r.status <> 'PENDING'
                                    or r.status in ('SUCCEEDED', 'RETURNED'))
                                or s.amount_minor <> r.amount_minor
                                or (s.id is not null and r.id is null)
                            """),
                    entry(
                            "refunds on their way that differ from the balance",
                            """
                            select count(*)
                              from balance b
                             where b.refund_pending_minor <> (select coalesce(sum(amount_minor), 0) from refund r
                                                               where r.customer_id = b.customer_id and r.currency = b.currency
                                                                 and r.status = 'PENDING')
                            """),
                    entry(
                            "disputes that differ from the gateway's",
                            """
                            select count(*)
                              from (select * from dispute where gateway = 'sandbox') d
                              full join sandbox_dispute s on s.id = d.gateway_ref
                             where d.id is null or s.id is null or d.amount_minor <> s.amount_minor
                                or d.state is distinct from s.state and not (d.state = 'ACCEPTED' and s.state = 'LOST')
                                   and not d.sending
                            """),
                    entry(
                            "disputes that the ledger does not explain",
                            """
                            select count(*)
                              from dispute d
                             where 1 <> (select count(*) from transfer t where t.source_kind = 'DISPUTE' and t.source_id = d.id
                                            and t.reason = 'PAYMENT_REVERSED' and t.amount_minor = d.amount_minor)
                                or (d.state = 'WON') <>
                                   (1 = (select count(*) from transfer t where t.source_kind = 'DISPUTE' and t.source_id = d.id
                                            and t.reason = 'REVERSAL_WON' and t.amount_minor = d.amount_minor))
                            """),
                    entry(
                            "payments that differ from their disputes",
                            """
                            select count(*)
                              from payment p
                             where p.disputed_minor <> (select coalesce(sum(amount_minor), 0) from dispute d
                                                         where d.payment_id = p.id and d.state <> 'WON')
                            """),
                    entry(
                            "written-off invoices that differ from their write-offs",
                            """
                            select count(*)
                              from invoice i
                              full join (select * from write_off where recovered_on is null) w on w.invoice_id = i.id
                             where (i.status = 'WRITTEN_OFF') <> (w.id is not null)
                                or w.amount_minor <> i.total_minor - i.paid_minor
                            """),
                    entry(
                            "bad debts that differ from the write-offs",
                            """
                            select abs(coalesce(sum(case when debit = 'BAD_DEBT' then amount_minor
                                                         when credit = 'BAD_DEBT' then -amount_minor end), 0)
                                       - (select coalesce(sum(amount_minor), 0) from write_off where recovered_on is null))
                              from transfer
                            """),
                    entry(
                            "gaps between receipts",
                            """
                            select count(*) from (
                              select right(number, 6)::bigint - row_number() over (order by number) as shift
                                from payment where number is not null) n where shift <> 0
                            """),
                    entry(
                            "gaps between refunds",
                            """
                            select count(*) from (
                              select right(number, 6)::bigint - row_number() over (order by number) as shift
                                from refund where number is not null) n where shift <> 0
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
