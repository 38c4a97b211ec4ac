package dev.quittance.payouts;

import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of payouts. */
@Repository
class PayoutRepository {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final DatabaseClient db;

    PayoutRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * A charge, refund or dispute of a payout, as it is known here.
     *
     * @param fee what was booked for it
     */
    record Known(
            Kind kind,
            String reference,
            UUID customer,
            UUID payment,
            @Nullable UUID refund,
            @Nullable UUID dispute,
            Money fee) {

        Reported reported() {
            return new Reported(kind, reference);
        }
    }

    /** What a gateway calls it. */
    record Reported(Kind kind, String reference) {
        static Reported of(GatewayPayout.Part part) {
            return new Reported(part.kind(), part.reference());
        }
    }

    Mono<Boolean> isKnown(String gateway, String reference) {
        return db.sql(
                        "select exists (select from payout where gateway = :gateway and gateway_ref = :reference)")
                .bind("gateway", gateway)
                .bind("reference", reference)
                .mapValue(Boolean.class)
                .one();
    }

    /** Those of these parts that have come about here and are in no payout yet. */
    Flux<Known> known(String gateway, List<GatewayPayout.Part> parts) {
        return db.sql(
                        """
                        select 'CHARGE' as kind, a.gateway_ref as reference, p.customer_id, p.id as payment_id,
                               null::uuid as refund_id, null::uuid as dispute_id, a.fee_minor, p.currency
                          from payment_attempt a
                          join payment p on p.id = a.payment_id
                         where a.gateway = :gateway and a.gateway_ref = any(:references) and a.state = 'SUCCEEDED'
                           and not exists (select from payout_part x where x.payment_id = p.id and x.refund_id is null and x.dispute_id is null)
                        union all
                        select 'REFUND', a.gateway_ref, r.customer_id, r.payment_id, r.id, null, 0, r.currency
                          from refund_attempt a
                          join refund r on r.id = a.refund_id
                         where a.gateway = :gateway and a.gateway_ref = any(:references) and r.status in ('SUCCEEDED', 'RETURNED')
                           and not exists (select from payout_part x where x.refund_id = r.id and not x.refund_returned)
                        union all
                        select 'REFUND_RETURNED', a.gateway_ref, r.customer_id, r.payment_id, r.id, null, 0, r.currency
                          from refund_attempt a
                          join refund r on r.id = a.refund_id
                         where a.gateway = :gateway and a.gateway_ref = any(:references) and r.status = 'RETURNED'
                           and not exists (select from payout_part x where x.refund_id = r.id and x.refund_returned)
                        union all
                        select 'DISPUTE', d.gateway_ref, d.customer_id, d.payment_id, null, d.id, d.fee_minor, d.currency
                          from dispute d
                         where d.gateway = :gateway and d.gateway_ref = any(:references)
                           and not exists (select from payout_part x where x.dispute_id = d.id and not x.dispute_won)
                        union all
                        select 'DISPUTE_WON', d.gateway_ref, d.customer_id, d.payment_id, null, d.id, -d.fee_returned_minor, d.currency
                          from dispute d
                         where d.gateway = :gateway and d.gateway_ref = any(:references) and d.state = 'WON'
                           and not exists (select from payout_part x where x.dispute_id = d.id and x.dispute_won)
                        """)
                .bind("gateway", gateway)
                .bind(
                        "references",
                        parts.stream().map(GatewayPayout.Part::reference).toArray(String[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Known(
                                    column.choice("kind", Kind.class),
                                    column.text("reference"),
                                    column.id("customer_id"),
                                    column.id("payment_id"),
                                    column.idOrNull("refund_id"),
                                    column.idOrNull("dispute_id"),
                                    column.money("fee"));
                        })
                .all();
    }

    /** False if another server was faster. */
    Mono<Boolean> add(Payout payout) {
        return db.sql(
                        """
                        insert into payout (id, gateway, gateway_ref, currency, charged_minor, refunded_minor, fee_minor, amount_minor,
                                            sent_on, booked_on)
                        values (:id, :gateway, :reference, :currency, :charged, :refunded, :fees, :amount, :sentOn, :bookedOn)
                        on conflict (gateway, gateway_ref) do nothing
                        """)
                .bind("id", payout.id())
                .bind("gateway", payout.gateway())
                .bind("reference", payout.reference())
                .bind("currency", payout.amount().getCurrencyUnit().getCode())
                .bind("charged", Amounts.minor(payout.charged()))
                .bind("refunded", Amounts.minor(payout.refunded()))
                .bind("fees", Amounts.minor(payout.fees()))
                .bind("amount", Amounts.minor(payout.amount()))
                .bind("sentOn", payout.sentOn())
                .bind("bookedOn", payout.bookedOn())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Payout> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select p.id, p.gateway, p.gateway_ref, p.currency, p.charged_minor, p.refunded_minor, p.fee_minor,
                               p.amount_minor, p.sent_on, p.booked_on,
                               (select count(*) from payout_part where payout_id = p.id)::integer as parts
                          from payout p
                         where p.id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PayoutRepository::payout)
                .all();
    }

    /** Payouts by the names that their gateways gave them. */
    Flux<Payout> byReferences(List<String> gateways, List<String> references) {
        return db.sql(
                        """
                        select p.id, p.gateway, p.gateway_ref, p.currency, p.charged_minor, p.refunded_minor, p.fee_minor,
                               p.amount_minor, p.sent_on, p.booked_on,
                               (select count(*) from payout_part where payout_id = p.id)::integer as parts
                          from unnest(:gateways::text[], :references::text[]) as wanted (gateway, reference)
                          join payout p on p.gateway = wanted.gateway and p.gateway_ref = wanted.reference
                         order by p.sent_on, p.id
                        """)
                .bind("gateways", gateways.toArray(String[]::new))
                .bind("references", references.toArray(String[]::new))
                .map(PayoutRepository::payout)
                .all();
    }

    /** A page of payouts, newest first. */
    Flux<Payout> page(PayoutFilter filter, Page page) {
        return db.sql(
                        """
                        select p.id, p.gateway, p.gateway_ref, p.currency, p.charged_minor, p.refunded_minor, p.fee_minor,
                               p.amount_minor, p.sent_on, p.booked_on,
                               (select count(*) from payout_part where payout_id = p.id)::integer as parts
                          from (select *
                                  from payout
                                 where (:currency::text is null or currency = :currency)
                                   and (:from::date is null or sent_on >= :from)
                                   and (:until::date is null or sent_on <= :until)
                                   and (sent_on, id) < (:afterDay, :afterId)
                                 order by sent_on desc, id desc
                                 limit :first + 1) p
                         order by p.sent_on desc, p.id desc
                        """)
                .bind("currency", Parameters.in(R2dbcType.VARCHAR, code(filter)))
                .bind("from", Parameters.in(R2dbcType.DATE, filter.sentFrom()))
                .bind("until", Parameters.in(R2dbcType.DATE, filter.sentUntil()))
                .bind("afterDay", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                .bind("first", page.first())
                .map(PayoutRepository::payout)
                .all();
    }

    private static @Nullable String code(PayoutFilter filter) {
        return filter.currency() == null ? null : filter.currency().getCode();
    }

    static List<String> key(Payout payout) {
        return List.of(payout.sentOn().toString(), payout.id().toString());
    }

    private static Payout payout(Readable row) {
        var column = new Columns(row);
        return new Payout(
                column.id("id"),
                column.text("gateway"),
                column.text("gateway_ref"),
                column.money("charged"),
                column.money("refunded"),
                column.money("fee"),
                column.money("amount"),
                column.day("sent_on"),
                column.day("booked_on"),
                column.integer("parts"));
    }
}
