package dev.quittance.subscriptions;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.subscriptions.ItemStep.Both;
import dev.quittance.subscriptions.ItemStep.Changed;
import dev.quittance.subscriptions.ItemStep.Reopened;
import dev.quittance.subscriptions.ItemStep.Untouched;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends versions of items and begins the next ones. */
@Repository
class ItemVersions {
    private final DatabaseClient db;

    ItemVersions(DatabaseClient db) {
        this.db = db;
    }

    /** A version, of which there is one for each item and number. */
    private record Version(UUID item, int number) {}

    /** An item that holds now. */
    record Open(UUID subscription, OpenItem item) {}

    /** Does to the items of a subscription what was decided. */
    Mono<Void> apply(UUID subscription, ItemStep step) {
        return switch (step) {
            case Untouched _ -> Mono.empty();
            case Reopened(var closedOn, var from) -> reopen(subscription, closedOn, from);
            case Changed changed -> change(subscription, changed);
            case Both(var first, var then) ->
                    apply(subscription, first).then(Mono.defer(() -> apply(subscription, then)));
        };
    }

    /** The items of these subscriptions as they hold now, each plan first. */
    Flux<Open> open(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select subscription_id, id, addon_id, quantity, own_price, lower(validity) as from_on
                          from subscription_item
                         where subscription_id = any(:subscriptions) and upper(validity) is null
                         order by subscription_id, position, id
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(row -> open(new Columns(row)))
                .all();
    }

    /** Ended first, so that versions of one item never overlap. */
    private Mono<Void> change(UUID subscription, Changed changed) {
        return end(subscription, changed)
                .then(
                        Mono.defer(
                                () ->
                                        Flux.fromIterable(changed.versions())
                                                .concatMap(
                                                        version ->
                                                                begin(
                                                                        subscription,
                                                                        version,
                                                                        changed.on()))
                                                .then()));
    }

    /** A version that began on that very day never held. */
    private Mono<Void> end(UUID subscription, Changed changed) {
        var ended = changed.ended().toArray(UUID[]::new);
        return db.sql(
                        """
                        update subscription_item
                           set validity = daterange(lower(validity), :on)
                         where subscription_id = :subscription and id = any(:ended) and upper(validity) is null
                           and lower(validity) < :on
                        """)
                .bind("subscription", subscription)
                .bind("ended", ended)
                .bind("on", changed.on())
                .then()
                .then(
                        db.sql(
                                        """
                                        delete from subscription_item
                                         where subscription_id = :subscription and id = any(:ended) and upper(validity) is null
                                        """)
                                .bind("subscription", subscription)
                                .bind("ended", ended)
                                .then());
    }

    private Mono<Void> begin(UUID subscription, Changed.Version version, LocalDate on) {
        return db.sql(
                        """
                        insert into subscription_item (id, version, subscription_id, position, plan_id, addon_id, quantity,
                               own_price, once_billed, validity)
                        select :item, coalesce(max(version) filter (where id = :item), 0) + 1, :subscription,
                               coalesce(max(position) filter (where id = :item), max(position) + 1, 0), :plan, :addon,
                               :quantity, :price, coalesce(bool_or(once_billed) filter (where id = :item), false),
                               daterange(:on, null)
                          from subscription_item
                         where subscription_id = :subscription
                        """)
                .bind("item", version.item())
                .bind("subscription", subscription)
                .bind("plan", Given.sql(version.plan(), UUID.class))
                .bind("addon", Given.sql(version.addon(), UUID.class))
                .bind("quantity", version.quantity())
                .bind("price", Given.sql(version.ownPrice(), BigDecimal.class))
                .bind("on", on)
                .then();
    }

    /** A version that has not begun by then begins later instead. */
    private Mono<Void> reopen(UUID subscription, LocalDate closedOn, LocalDate from) {
        return shift(subscription, closedOn, from)
                .then(Mono.defer(() -> close(subscription, closedOn).collectList()))
                .flatMap(closed -> next(closed, from));
    }

    private Mono<Void> shift(UUID subscription, LocalDate closedOn, LocalDate from) {
        return db.sql(
                        """
                        update subscription_item
                           set validity = daterange(:from, null)
                         where subscription_id = :subscription and upper(validity) is null and lower(validity) >= :closed
                        """)
                .bind("subscription", subscription)
                .bind("closed", closedOn)
                .bind("from", from)
                .then();
    }

    private Flux<Version> close(UUID subscription, LocalDate on) {
        return db.sql(
                        """
                        update subscription_item
                           set validity = daterange(lower(validity), :on)
                         where subscription_id = :subscription and upper(validity) is null and lower(validity) < :on
                        returning id, version
                        """)
                .bind("subscription", subscription)
                .bind("on", on)
                .map(row -> version(new Columns(row)))
                .all();
    }

    private Mono<Void> next(List<Version> closed, LocalDate from) {
        return closed.isEmpty()
                ? Mono.empty()
                : db.sql(
                                """
                                insert into subscription_item (id, version, subscription_id, position, plan_id, addon_id,
                                       quantity, own_price, once_billed, validity)
                                select i.id, i.version + 1, i.subscription_id, i.position, i.plan_id, i.addon_id, i.quantity,
                                       i.own_price, i.once_billed, daterange(:from, null)
                                  from unnest(:ids::uuid[], :versions::integer[]) as c (id, version)
                                  join subscription_item i on i.id = c.id and i.version = c.version
                                """)
                        .bind("ids", closed.stream().map(Version::item).toArray(UUID[]::new))
                        .bind(
                                "versions",
                                closed.stream().map(Version::number).toArray(Integer[]::new))
                        .bind("from", from)
                        .then();
    }

    private static Open open(Columns column) {
        return new Open(
                column.id("subscription_id"),
                new OpenItem(
                        column.id("id"),
                        column.idOrNull("addon_id"),
                        column.integer("quantity"),
                        column.decimalOrNull("own_price"),
                        column.day("from_on")));
    }

    private static Version version(Columns column) {
        return new Version(column.id("id"), column.integer("version"));
    }
}
