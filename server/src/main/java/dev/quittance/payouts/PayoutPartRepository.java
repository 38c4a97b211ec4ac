package dev.quittance.payouts;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what payouts consist of, and of what is in none yet. */
@Repository
class PayoutPartRepository {
    private final DatabaseClient db;

    PayoutPartRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(List<PayoutPart> parts) {
        return db.sql(
                        """
                        insert into payout_part (payout_id, position, customer_id, payment_id, refund_id, refund_returned, dispute_id, dispute_won,
                                                 gross_minor, fee_minor)
                        select * from unnest(:payouts::uuid[], :positions::integer[], :customers::uuid[], :payments::uuid[],
                                             :refunds::uuid[], :returned::boolean[], :disputes::uuid[], :won::boolean[], :gross::bigint[], :fees::bigint[])
                        """)
                .bind("payouts", column(parts, PayoutPart::payout, UUID[]::new))
                .bind("positions", column(parts, PayoutPart::position, Integer[]::new))
                .bind("customers", column(parts, PayoutPart::customer, UUID[]::new))
                .bind("payments", column(parts, PayoutPart::payment, UUID[]::new))
                .bind("refunds", column(parts, PayoutPart::refund, UUID[]::new))
                .bind("returned", column(parts, PayoutPart::refundReturned, Boolean[]::new))
                .bind("disputes", column(parts, PayoutPart::dispute, UUID[]::new))
                .bind("won", column(parts, PayoutPart::disputeWon, Boolean[]::new))
                .bind("gross", column(parts, part -> Amounts.minor(part.gross()), Long[]::new))
                .bind("fees", column(parts, part -> Amounts.minor(part.fee()), Long[]::new))
                .then();
    }

    /** A page of the parts of each of these payouts, in the gateway's order. */
    Flux<PayoutPart> ofPayouts(Collection<UUID> payouts, Page page) {
        return db.sql(
                        """
                        select x.payout_id, x.position, x.customer_id, x.payment_id, x.refund_id, x.refund_returned, x.dispute_id,
                               x.dispute_won, x.gross_minor, x.fee_minor, p.currency
                          from payout p
                         cross join lateral (select *
                                               from payout_part
                                              where payout_id = p.id and position > :after
                                              order by position
                                              limit :first + 1) x
                         where p.id = any(:payouts)
                         order by x.payout_id, x.position
                        """)
                .bind("payouts", payouts.toArray(UUID[]::new))
                .bind("after", Objects.requireNonNullElse(page.number(0), 0L))
                .bind("first", page.first())
                .map(PayoutPartRepository::part)
                .all();
    }

    static List<String> key(PayoutPart part) {
        return List.of(Integer.toString(part.position()));
    }

    /** The payouts of these payments' charges. */
    Mono<Map<UUID, UUID>> payouts(Collection<UUID> payments) {
        return db.sql(
                        """
                        select payment_id, payout_id
                          from payout_part
                         where payment_id = any(:payments) and refund_id is null and dispute_id is null
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("payment_id"), column.id("payout_id"));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What gateways keep of these payments; none for money that no gateway took. */
    Mono<Map<UUID, Money>> fees(Collection<UUID> payments) {
        return db.sql(
                        """
                        select a.payment_id, coalesce(x.fee_minor, a.fee_minor) as fee_minor, p.currency
                          from payment_attempt a
                          join payment p on p.id = a.payment_id
                          left join payout_part x on x.payment_id = a.payment_id and x.refund_id is null and x.dispute_id is null
                         where a.payment_id = any(:payments) and a.state = 'SUCCEEDED'
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("payment_id"), column.money("fee"));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What gateways hold, by currency. */
    Flux<GatewayBalance> held() {
        return db.sql(
                        """
                        select gateway, currency, count(*)::integer as rows,
                               coalesce(sum(gross) filter (where gross > 0), 0)::bigint as charged_minor,
                               coalesce(-sum(gross) filter (where gross < 0), 0)::bigint as refunded_minor,
                               sum(fee)::bigint as fee_minor, (sum(gross) - sum(fee))::bigint as amount_minor
                          from (select a.gateway, p.currency, p.amount_minor as gross, a.fee_minor as fee
                                  from payment_attempt a
                                  join payment p on p.id = a.payment_id
                                 where a.state = 'SUCCEEDED'
                                   and not exists (select from payout_part x where x.payment_id = p.id and x.refund_id is null and x.dispute_id is null)
                                union all
                                select a.gateway, r.currency, -r.amount_minor, 0
                                  from refund_attempt a
                                  join refund r on r.id = a.refund_id
                                 where r.status in ('SUCCEEDED', 'RETURNED')
                                   and not exists (select from payout_part x where x.refund_id = r.id and not x.refund_returned)
                                union all
                                select a.gateway, r.currency, r.amount_minor, 0
                                  from refund_attempt a
                                  join refund r on r.id = a.refund_id
                                 where r.status = 'RETURNED'
                                   and not exists (select from payout_part x where x.refund_id = r.id and x.refund_returned)
                                union all
                                select d.gateway, d.currency, -d.amount_minor, d.fee_minor
                                  from dispute d
                                 where not exists (select from payout_part x where x.dispute_id = d.id and not x.dispute_won)
                                union all
                                select d.gateway, d.currency, d.amount_minor, -d.fee_returned_minor
                                  from dispute d
                                 where d.state = 'WON'
                                   and not exists (select from payout_part x where x.dispute_id = d.id and x.dispute_won)) waiting
                         group by gateway, currency
                         order by gateway, currency
                        """)
                .map(PayoutPartRepository::balance)
                .all();
    }

    private static GatewayBalance balance(Readable row) {
        var column = new Columns(row);
        return new GatewayBalance(
                column.text("gateway"),
                column.integer("rows"),
                column.money("charged"),
                column.money("refunded"),
                column.money("fee"),
                column.money("amount"));
    }

    private static <T extends @Nullable Object> Object column(
            List<PayoutPart> parts, Function<PayoutPart, T> value, IntFunction<T[]> array) {
        return parts.stream().map(value).toArray(array);
    }

    private static PayoutPart part(Readable row) {
        var column = new Columns(row);
        return new PayoutPart(
                column.id("payout_id"),
                column.integer("position"),
                column.id("customer_id"),
                column.id("payment_id"),
                column.idOrNull("refund_id"),
                column.flag("refund_returned"),
                column.idOrNull("dispute_id"),
                column.flag("dispute_won"),
                column.money("gross"),
                column.money("fee"));
    }
}
