package dev.quittance.payments.sandbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.payments.GatewayPayout.Part;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sandbox gateway's bank orders: once a business day and currency it sends what has come in
 * since, less what went back.
 */
class SandboxPayouts {
    private final DatabaseClient db;
    private final BusinessClock clock;
    private final TransactionalOperator own;

    SandboxPayouts(
            DatabaseClient db, ReactiveTransactionManager transactions, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
        this.own =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** The payouts since a day, today's made first; oldest first. */
    Flux<GatewayPayout> since(LocalDate day) {
        return own.transactional(clock.today().flatMap(this::send))
                .thenMany(Flux.defer(() -> read(day)));
    }

    private Mono<Void> send(LocalDate today) {
        return db.sql(
                        """
                        with sent as (
                          insert into sandbox_payout (id, currency, sent_on)
                          select 'sbp_' || replace(gen_random_uuid()::text, '-', ''), currency, :today
                            from (select currency from sandbox_charge where payout_id is null and state = 'SUCCEEDED'
                                  union
                                  select currency from sandbox_refund where payout_id is null and state in ('SUCCEEDED', 'RETURNED')
                                  union
                                  select currency from sandbox_refund where returned_payout_id is null and state = 'RETURNED'
                                  union
                                  select currency from sandbox_dispute where payout_id is null
                                  union
                                  select currency from sandbox_dispute where won_payout_id is null and state = 'WON') waiting
                          on conflict do nothing
                          returning id, currency),
                        charges as (
                          update sandbox_charge c set payout_id = sent.id from sent
                           where c.currency = sent.currency and c.payout_id is null and c.state = 'SUCCEEDED'),
                        refunds as (
                          update sandbox_refund r
                             set payout_id = coalesce(r.payout_id, sent.id),
                                 returned_payout_id = case when r.state = 'RETURNED' then coalesce(r.returned_payout_id, sent.id) end
                            from sent
                           where r.currency = sent.currency
                             and (r.payout_id is null and r.state in ('SUCCEEDED', 'RETURNED')
                                  or r.state = 'RETURNED' and r.returned_payout_id is null))
                        update sandbox_dispute d
                           set payout_id = coalesce(d.payout_id, sent.id),
                               won_payout_id = case when d.state = 'WON' then coalesce(d.won_payout_id, sent.id) end
                          from sent
                         where d.currency = sent.currency
                           and (d.payout_id is null or d.state = 'WON' and d.won_payout_id is null)
                        """)
                .bind("today", today)
                .then();
    }

    private Flux<GatewayPayout> read(LocalDate day) {
        return db.sql(
                        """
                        select p.id as payout_id, p.sent_on, p.currency, part.*
                          from sandbox_payout p
                         cross join lateral (
                               select 'CHARGE' as kind, c.id as reference, c.amount_minor as gross_minor, c.fee_minor
                                 from sandbox_charge c where c.payout_id = p.id
                               union all
                               select 'REFUND', r.id, -r.amount_minor, 0 from sandbox_refund r where r.payout_id = p.id
                               union all
                               select 'REFUND_RETURNED', r.id, r.amount_minor, 0 from sandbox_refund r
                                where r.returned_payout_id = p.id
                               union all
                               select 'DISPUTE', d.id, -d.amount_minor, d.fee_minor from sandbox_dispute d where d.payout_id = p.id
                               union all
                               select 'DISPUTE_WON', d.id, d.amount_minor, -d.fee_minor from sandbox_dispute d
                                where d.won_payout_id = p.id) part
                         where p.sent_on >= :day
                         order by p.sent_on, p.id, part.kind, part.reference
                        """)
                .bind("day", day)
                .map(row -> Map.entry(head(row), part(row)))
                .all()
                .collect(
                        groupingBy(
                                Map.Entry::getKey,
                                LinkedHashMap::new,
                                mapping(Map.Entry::getValue, toList())))
                .flatMapIterable(Map::entrySet)
                .map(each -> each.getKey().with(each.getValue()));
    }

    private record Head(String reference, LocalDate sentOn, CurrencyUnit currency) {
        GatewayPayout with(List<Part> parts) {
            return new GatewayPayout(reference, sentOn, currency, parts);
        }
    }

    private static Head head(Readable row) {
        var column = new Columns(row);
        return new Head(
                column.text("payout_id"),
                column.day("sent_on"),
                CurrencyUnit.of(column.text("currency")));
    }

    private static Part part(Readable row) {
        var column = new Columns(row);
        return new Part(
                column.choice("kind", Kind.class),
                column.text("reference"),
                column.money("gross"),
                column.money("fee"));
    }
}
