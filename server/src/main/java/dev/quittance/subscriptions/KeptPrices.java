package dev.quittance.subscriptions;

import dev.quittance.catalog.Pricing;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the prices that subscriptions pay when the catalog's change. Customers with a price of
 * their own are not concerned.
 */
@Service
public class KeptPrices {
    private static final UUID NONE = new UUID(0, 0);

    private final DatabaseClient db;
    private final History history;
    private final Changes changes;

    KeptPrices(DatabaseClient db, History history, Changes changes) {
        this.db = db;
        this.history = history;
        this.changes = changes;
    }

    /** How many subscriptions of a plan pay its price in these currencies, or one they kept. */
    public Mono<Long> count(UUID plan, List<CurrencyUnit> currencies) {
        return db.sql(
                        """
                        select count(*)
                          from subscription s
                         where s.plan_id = :plan and s.currency = any(:currencies) and s.ended_on is null
                           and exists (select 1 from subscription_item i
                                        where i.subscription_id = s.id and i.plan_id = s.plan_id and i.own_price is null
                                          and upper(i.validity) is null)
                        """)
                .bind("plan", plan)
                .bind("currencies", codes(currencies))
                .mapValue(Long.class)
                .one();
    }

    /**
     * What new prices would do to these subscriptions, in the order of their ids.
     *
     * @param movesOn the first day of the new price; null where everybody keeps the old one
     */
    public Flux<PriceMove> moves(
            UUID plan, Map<CurrencyUnit, Pricing> next, @Nullable LocalDate movesOn, Page page) {
        return db.sql(
                        """
                        select s.id, s.currency, s.interval_count, s.interval_unit, s.anchor_on,
                               coalesce(s.billed_until, s.started_on) as next_term_on, i.quantity,
                               pp.price, pp.model, pp.package_size, pp.tiers, i.own_price,
                               k.price as kept_price, k.model as kept_model, k.package_size as kept_package_size,
                               k.tiers as kept_tiers, k.until_on as kept_until
                          from subscription s
                          join subscription_item i
                            on i.subscription_id = s.id and i.plan_id = s.plan_id and upper(i.validity) is null
                          join plan_price pp on pp.plan_id = s.plan_id and pp.currency = s.currency
                          left join kept_price k on k.item_id = i.id and k.plan_id = i.plan_id
                         where s.plan_id = :plan and s.currency = any(:currencies) and s.ended_on is null
                           and i.own_price is null and s.id > :after
                         order by s.id
                         limit :first + 1
                        """)
                .bind("plan", plan)
                .bind("currencies", codes(List.copyOf(next.keySet())))
                .bind("after", Objects.requireNonNullElse(page.id(0), NONE))
                .bind("first", page.first())
                .map(KeptPrices::payer)
                .all()
                .map(
                        payer ->
                                payer.moved(
                                        Objects.requireNonNull(
                                                next.get(CurrencyUnit.of(payer.currency()))),
                                        movesOn));
    }

    /**
     * Lets the subscriptions of a plan keep the prices they pay at present, before the catalog's
     * change; in the same transaction.
     *
     * @param until for periods that begin before this day; null for ever
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> keep(UUID plan, List<CurrencyUnit> currencies, @Nullable LocalDate until) {
        return forget(plan)
                .then(insert(plan, currencies, until))
                .flatMap(items -> note(plan, new Facts(codes(currencies), until, items)))
                .then(changes.announceAll("SUBSCRIPTION"));
    }

    /** What the plan's history shows of it. */
    private record Facts(String[] currencies, @Nullable LocalDate until, long subscriptions) {}

    private Mono<Void> note(UUID plan, Facts facts) {
        return history.add(
                new HistoryEntry.New("PLAN", plan, null, "former prices kept", null, facts, null));
    }

    /** Of prices that were kept until a day behind which all is billed nothing is left to keep. */
    private Mono<Void> forget(UUID plan) {
        return db.sql(
                        """
                        delete from kept_price k
                         using subscription_item i, subscription s
                         where k.plan_id = :plan and i.id = k.item_id and s.id = i.subscription_id
                           and k.until_on <= coalesce(s.billed_until, s.started_on)
                        """)
                .bind("plan", plan)
                .then();
    }

    private Mono<Long> insert(UUID plan, List<CurrencyUnit> currencies, @Nullable LocalDate until) {
        return db.sql(
                        """
                        insert into kept_price (item_id, plan_id, price, model, package_size, tiers, until_on)
                        select i.id, i.plan_id, pp.price, pp.model, pp.package_size, pp.tiers, :until
                          from subscription s
                          join subscription_item i
                            on i.subscription_id = s.id and i.plan_id = s.plan_id and upper(i.validity) is null
                          join plan_price pp on pp.plan_id = s.plan_id and pp.currency = s.currency
                         where s.plan_id = :plan and s.currency = any(:currencies) and s.ended_on is null
                           and i.own_price is null
                        on conflict (item_id, plan_id) do update
                           set until_on = least(kept_price.until_on, excluded.until_on)
                        """)
                .bind("plan", plan)
                .bind("currencies", codes(currencies))
                .bind("until", Given.sql(until, LocalDate.class))
                .fetch()
                .rowsUpdated();
    }

    private static String[] codes(List<CurrencyUnit> currencies) {
        return currencies.stream().map(CurrencyUnit::getCode).toArray(String[]::new);
    }

    private static PriceMove.Payer payer(Readable row) {
        var column = new Columns(row);
        var next = column.day("next_term_on");
        var kept = ItemPriceRow.kept(column);
        var list = Objects.requireNonNull(ItemPriceRow.of(column));
        return new PriceMove.Payer(
                column.id("id"),
                column.text("currency"),
                SubscriptionRepository.interval(column),
                column.day("anchor_on"),
                next,
                column.integer("quantity"),
                kept != null && kept.holdsOn(next) ? kept.price() : list);
    }
}
