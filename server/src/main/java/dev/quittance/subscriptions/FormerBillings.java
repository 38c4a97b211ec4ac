package dev.quittance.subscriptions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.subscriptions.FormerBilling.Before;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Notes how far another system had billed subscriptions that nothing was billed of here. Where the
 * next day is no beginning of a period, periods are counted from it instead. The setup fee is
 * behind them.
 */
@Service
public class FormerBillings {
    private static final String KIND = "SUBSCRIPTION";

    private final DatabaseClient db;
    private final SubscriptionRepository repository;
    private final History history;
    private final Changes changes;

    FormerBillings(
            DatabaseClient db,
            SubscriptionRepository repository,
            History history,
            Changes changes) {
        this.db = db;
        this.repository = repository;
        this.history = history;
        this.changes = changes;
    }

    private record Facts(LocalDate nextBillOn) {}

    /** Notes it, and answers how the subscriptions stood. One billed here meanwhile is an error. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<Before>> note(List<FormerBilling> billings) {
        var ids = billings.stream().map(FormerBilling::subscription).toList();
        return repository
                .byIds(ids)
                .collect(toMap(SubscriptionContract::id, identity()))
                .flatMap(found -> note(billings, found));
    }

    private Mono<List<Before>> note(
            List<FormerBilling> billings, Map<UUID, SubscriptionContract> found) {
        var before =
                billings.stream()
                        .map(one -> Objects.requireNonNull(found.get(one.subscription())))
                        .toList();
        var after =
                billings.stream()
                        .map(
                                one ->
                                        FormerBilling.applied(
                                                Objects.requireNonNull(
                                                        found.get(one.subscription())),
                                                one.nextBillOn()))
                        .toList();
        return keep(after)
                .filter(kept -> kept == after.size())
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "A subscription was billed meanwhile")))
                .then(history.add(after.stream().map(FormerBillings::entry).toList()))
                .then(changes.announceAll(KIND))
                .thenReturn(before.stream().map(FormerBillings::standing).toList());
    }

    private Mono<Long> keep(List<SubscriptionContract> after) {
        return db.sql(
                        """
                        with noted as (
                          update subscription s
                             set started_on = a.started_on, anchor_on = a.anchor_on, next_term = a.next_term,
                                 billed_until = a.day, next_bill_on = a.day, setup_fee_billed = true
                            from unnest(:ids::uuid[], :starts::date[], :anchors::date[], :terms::integer[], :days::date[])
                                 as a (id, started_on, anchor_on, next_term, day)
                           where s.id = a.id and s.billed_until is null and s.ended_on is null
                          returning s.id, s.started_on),
                        items as (
                          update subscription_item i
                             set validity = daterange(n.started_on, upper(i.validity))
                            from noted n
                           where i.subscription_id = n.id and i.version = 1 and lower(i.validity) > n.started_on)
                        select count(*) from noted
                        """)
                .bind("ids", column(after, SubscriptionContract::id, UUID[]::new))
                .bind("starts", column(after, SubscriptionContract::startedOn, LocalDate[]::new))
                .bind("anchors", column(after, SubscriptionContract::anchorOn, LocalDate[]::new))
                .bind("terms", column(after, SubscriptionContract::nextTerm, Integer[]::new))
                .bind("days", column(after, SubscriptionContract::billedUntil, LocalDate[]::new))
                .mapValue(Long.class)
                .one();
    }

    /** Takes it back where nothing was billed since; how many that were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Integer> forget(List<Before> standings, List<LocalDate> noted, String reason) {
        return db.sql(
                        """
                        with forgotten as (
                          update subscription s
                             set started_on = b.started_on, anchor_on = b.anchor_on, next_term = b.next_term,
                                 billed_until = null, next_bill_on = b.next_bill_on, setup_fee_billed = b.setup_fee_billed
                            from unnest(:ids::uuid[], :starts::date[], :anchors::date[], :terms::integer[], :days::date[],
                                        :fees::boolean[], :noted::date[])
                                 as b (id, started_on, anchor_on, next_term, next_bill_on, setup_fee_billed, noted)
                           where s.id = b.id and s.billed_until = b.noted and s.next_bill_on = b.noted and s.ended_on is null
                             and s.cancels_on is null
                          returning s.id, s.started_on),
                        items as (
                          update subscription_item i
                             set validity = daterange(f.started_on, upper(i.validity))
                            from forgotten f
                           where i.subscription_id = f.id and i.version = 1 and lower(i.validity) < f.started_on)
                        select count(*) from forgotten
                        """)
                .bind("ids", column(standings, Before::subscription, UUID[]::new))
                .bind("starts", column(standings, Before::startedOn, LocalDate[]::new))
                .bind("anchors", column(standings, Before::anchorOn, LocalDate[]::new))
                .bind("terms", column(standings, Before::nextTerm, Integer[]::new))
                .bind("days", column(standings, Before::nextBillOn, LocalDate[]::new))
                .bind("fees", column(standings, Before::setupFeeBilled, Boolean[]::new))
                .bind("noted", noted.toArray(LocalDate[]::new))
                .map(row -> Math.toIntExact(new Columns(row).number("count")))
                .one()
                .delayUntil(
                        _ -> history.add(standings.stream().map(one -> back(one, reason)).toList()))
                .delayUntil(_ -> changes.announceAll(KIND));
    }

    private static HistoryEntry.New back(Before one, String reason) {
        return new HistoryEntry.New(
                KIND, one.subscription(), null, "billing taken back", null, null, reason);
    }

    private static Before standing(SubscriptionContract one) {
        return new Before(
                one.id(),
                one.startedOn(),
                one.anchorOn(),
                one.nextTerm(),
                Objects.requireNonNull(one.nextBillOn()),
                one.setupFeeBilled());
    }

    private static HistoryEntry.New entry(SubscriptionContract after) {
        return new HistoryEntry.New(
                KIND,
                after.id(),
                after.customer(),
                "billing taken over",
                null,
                new Facts(Objects.requireNonNull(after.nextBillOn())),
                null);
    }

    private static <R, T> T[] column(
            List<R> rows,
            Function<R, ? extends @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
