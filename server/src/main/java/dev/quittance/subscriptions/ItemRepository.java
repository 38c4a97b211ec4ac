package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.catalog.Pricing;
import dev.quittance.platform.Columns;
import dev.quittance.subscriptions.BillingBasis.Item;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Items of subscriptions as rows. */
@Repository
class ItemRepository {
    private static final Pricing FREE = Pricing.perUnit(BigDecimal.ZERO);

    private final DatabaseClient db;

    ItemRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Each item in its latest version, the plan first. */
    Flux<SubscriptionItem> latest(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select distinct on (i.subscription_id, i.position, i.id)
                               i.id, i.subscription_id, coalesce(p.name, a.name) as name, i.quantity, s.currency,
                               i.own_price, coalesce(pp.price, ap.price) as price, coalesce(pp.model, ap.model) as model,
                               coalesce(pp.package_size, ap.package_size) as package_size,
                               coalesce(pp.tiers, ap.tiers) as tiers,
                               k.price as kept_price, k.model as kept_model, k.package_size as kept_package_size,
                               k.tiers as kept_tiers, k.until_on as kept_until,
                               case when s.next_bill_on is not null then coalesce(s.billed_until, s.next_bill_on) end
                                 as next_term_on,
                               i.plan_id is not null as is_plan, coalesce(a.kind = 'ONE_TIME', false) as one_time
                          from subscription_item i
                          join subscription s on s.id = i.subscription_id
                          left join plan p on p.id = i.plan_id
                          left join plan_price pp on pp.plan_id = i.plan_id and pp.currency = s.currency
                          left join kept_price k on k.item_id = i.id and k.plan_id = i.plan_id
                          left join addon a on a.id = i.addon_id
                          left join addon_price ap on ap.addon_id = i.addon_id and ap.currency = s.currency
                         where i.subscription_id = any(:subscriptions) and upper(i.validity) is null
                         order by i.subscription_id, i.position, i.id, i.version desc
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(ItemRepository::item)
                .all();
    }

    /** The items of these subscriptions in all their versions, the plan first. */
    Mono<Map<UUID, List<Item>>> versions(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select i.subscription_id, i.id, i.plan_id is not null as is_plan,
                               coalesce(p.name, a.name) as name, i.quantity,
                               i.own_price, coalesce(pp.price, ap.price) as price, coalesce(pp.model, ap.model) as model,
                               coalesce(pp.package_size, ap.package_size) as package_size,
                               coalesce(pp.tiers, ap.tiers) as tiers,
                               k.price as kept_price, k.model as kept_model, k.package_size as kept_package_size,
                               k.tiers as kept_tiers, k.until_on as kept_until,
                               coalesce(a.kind = 'ONE_TIME', false) as one_time,
                               bool_or(i.once_billed) over (partition by i.id) as once_billed,
                               r.tax_category_id, sp.tax_inclusive, lower(i.validity) as valid_from,
                               upper(i.validity) as valid_until
                          from subscription_item i
                          join subscription s on s.id = i.subscription_id
                          join plan sp on sp.id = s.plan_id
                          left join plan p on p.id = i.plan_id
                          left join plan_price pp on pp.plan_id = i.plan_id and pp.currency = s.currency
                          left join kept_price k on k.item_id = i.id and k.plan_id = i.plan_id
                          left join addon a on a.id = i.addon_id
                          left join addon_price ap on ap.addon_id = i.addon_id and ap.currency = s.currency
                          join product r on r.id = coalesce(p.product_id, a.product_id)
                         where i.subscription_id = any(:subscriptions)
                         order by i.subscription_id, i.position, i.version
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("subscription_id"), version(column));
                        })
                .all()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Mono<Void> insert(List<NewSubscription> subscriptions) {
        var rows = subscriptions.stream().flatMap(ItemRow::of).toList();
        return db.sql(
                        """
                        insert into subscription_item (id, subscription_id, position, plan_id, addon_id, quantity,
                               own_price, validity)
                        select id, subscription_id, position, plan_id, addon_id, quantity, own_price,
                               daterange(start_on, null)
                          from unnest(:ids::uuid[], :subscriptions::uuid[], :positions::integer[], :plans::uuid[],
                                      :addons::uuid[], :quantities::integer[], :prices::numeric[], :starts::date[])
                            as i (id, subscription_id, position, plan_id, addon_id, quantity, own_price, start_on)
                        """)
                .bind("ids", column(rows, row -> row.item().id(), UUID[]::new))
                .bind("subscriptions", column(rows, row -> row.of().id(), UUID[]::new))
                .bind("positions", column(rows, ItemRow::position, Integer[]::new))
                .bind("plans", column(rows, ItemRow::plan, UUID[]::new))
                .bind("addons", column(rows, row -> row.item().addon(), UUID[]::new))
                .bind("quantities", column(rows, row -> row.item().quantity(), Integer[]::new))
                .bind("prices", column(rows, row -> row.item().ownPrice(), BigDecimal[]::new))
                .bind("starts", column(rows, row -> row.of().startedOn(), LocalDate[]::new))
                .then();
    }

    /** Notes that these items, which are billed once, have been. */
    Mono<Void> settle(Collection<UUID> items) {
        return db.sql("update subscription_item set once_billed = true where id = any(:items)")
                .bind("items", items.toArray(UUID[]::new))
                .then();
    }

    private record ItemRow(NewSubscription of, int position, NewSubscription.Item item) {

        static Stream<ItemRow> of(NewSubscription subscription) {
            var items = subscription.items();
            return IntStream.range(0, items.size())
                    .mapToObj(i -> new ItemRow(subscription, i, items.get(i)));
        }

        @Nullable UUID plan() {
            return item.addon() == null ? of.plan() : null;
        }
    }

    private static <T> T[] column(
            List<ItemRow> rows,
            Function<ItemRow, ? extends @Nullable T> value,
            IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static SubscriptionItem item(Readable row) {
        var column = new Columns(row);
        return new SubscriptionItem(
                column.id("id"),
                column.id("subscription_id"),
                column.flag("is_plan") ? ItemKind.PLAN : ItemKind.ADDON,
                column.text("name"),
                column.integer("quantity"),
                column.text("currency"),
                requireNonNullElse(present(column), FREE),
                column.decimalOrNull("own_price") != null,
                column.flag("one_time"));
    }

    /** What it is billed by next. */
    private static @Nullable Pricing present(Columns column) {
        var kept = ItemPriceRow.kept(column);
        var next = column.dayOrNull("next_term_on");
        return kept != null && (next == null || kept.holdsOn(next))
                ? kept.price()
                : ItemPriceRow.of(column);
    }

    private static Recurrence recurrence(Columns column) {
        if (!column.flag("one_time")) {
            return Recurrence.EACH_PERIOD;
        }
        return column.flag("once_billed") ? Recurrence.BILLED : Recurrence.ONCE;
    }

    private static Item version(Columns column) {
        return new Item(
                column.id("id"),
                column.flag("is_plan") ? ItemKind.PLAN : ItemKind.ADDON,
                column.text("name"),
                column.integer("quantity"),
                ItemPriceRow.of(column),
                ItemPriceRow.kept(column),
                column.decimalOrNull("own_price") != null,
                recurrence(column),
                column.idOrNull("tax_category_id"),
                column.flag("tax_inclusive"),
                column.day("valid_from"),
                column.dayOrNull("valid_until"));
    }
}
