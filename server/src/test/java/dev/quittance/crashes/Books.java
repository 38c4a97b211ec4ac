package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether everything in a database fits together, looked at from outside. */
final class Books {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> RULES =
            List.of(
                    """
                    with issued as (
                      select number from invoice where number is not null union all select number from credit_note)
                    select 'gap in the numbers of ' || series from (
                      select regexp_replace(number, '[0-9]+$', '') as series, max(n) - min(n) + 1 - count(*) as gaps,
                             count(*) - count(distinct n) as repeats
                        from (select number, substring(number from '[0-9]+$')::bigint as n from issued) i
                       group by 1) s where gaps <> 0 or repeats <> 0
                    """,
                    """
                    with issued as (
                      select number, issued_on from invoice where number is not null
                      union all select number, issued_on from credit_note)
                    select 'dates run backwards at ' || number from (
                      select number, issued_on, lag(issued_on) over (partition by regexp_replace(number, '[0-9]+$', '')
                                                                         order by number) as before from issued) i
                     where before > issued_on
                    """,
                    """
                    select 'lines of ' || number from invoice i
                     where net_minor <> (select coalesce(sum(net_minor), 0) from invoice_line l where l.invoice_id = i.id)
                        or tax_minor <> (select coalesce(sum(tax_minor), 0) from invoice_tax t where t.invoice_id = i.id)
                    """,
                    """
                    select 'transfers of ' || number from invoice i
                     where number is not null and total_minor <> (
                       select coalesce(sum(case debit when 'RECEIVABLE' then amount_minor else -amount_minor end), 0)
                         from transfer t where t.source_kind = 'INVOICE' and t.source_id = i.id)
                    """,
                    """
                    select 'balance of ' || b.customer_id from balance b
                     where receivable_minor <> (
                       select coalesce(sum(case when debit = 'RECEIVABLE' then amount_minor
                                                when credit = 'RECEIVABLE' then -amount_minor else 0 end), 0)
                         from transfer t where t.customer_id = b.customer_id and t.currency = b.currency)
                    """,
                    """
                    select 'history of ' || number from invoice i
                     where number is not null and 1 <> (select count(*) from history_entry h
                       where h.subject_kind = 'INVOICE' and h.subject_id = i.id and h.what = 'invoice posted')
                    """,
                    """
                    select 'event of ' || number from invoice i left join lateral (
                      select count(*) as told from event e where e.type = 'InvoicePosted' and e.stream = i.customer_id
                         and e.payload->>'invoice' = i.id::text) e on true
                     where number is not null and told <> 1
                    """,
                    """
                    select 'subscription ' || s.number from subscription s join customer c on c.id = s.customer_id
                     where c.%s and (select count(*) from invoice_line l where l.subscription_id = s.id and l.kind = 'PLAN') <> 1
                    """
                            .formatted(TelephoneCustomers.THEIRS));

    private Books() {}

    /** What does not fit, in words. */
    static List<String> faults(Database database) {
        return RULES.stream().flatMap(rule -> database.texts(rule).stream()).toList();
    }

    /** The check that staff start in the console finds nothing. */
    static void check(Clerk clerk) {
        var giveUp = Instant.now().plus(PATIENCE);
        var id = "";
        while (id.isEmpty()) {
            assertThat(Instant.now()).isBefore(giveUp);
            id =
                    clerk.ask(
                                    "mutation { checkBooks { ... on BooksCheckStarted { check { id } } } }",
                                    Map.of())
                            .at("/checkBooks/check/id")
                            .asString("");
            ServerProcess.pause(200);
        }
        while (true) {
            assertThat(Instant.now()).isBefore(giveUp);
            var report =
                    clerk.ask(
                                    "query($id: ID!) { booksCheckReport(id: $id) { check { finishedAt interrupted differenceCount } findings { rule differences { sentence } } } }",
                                    Map.of("id", id))
                            .path("booksCheckReport");
            if (!report.at("/check/finishedAt").isNull()) {
                assertThat(report.at("/check/interrupted").asBoolean()).isFalse();
                assertThat(report.at("/check/differenceCount").asInt())
                        .as(report.toString())
                        .isZero();
                return;
            }
            ServerProcess.pause(200);
        }
    }
}
