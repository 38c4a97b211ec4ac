package dev.quittance.subscriptions;

import dev.quittance.platform.Below.Row;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redemptions of coupons as rows. */
@Repository
class RedemptionRepository {
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final DatabaseClient db;

    RedemptionRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * The coupons that act or acted on these subscriptions, in the order in which they were
     * redeemed.
     */
    Mono<Map<UUID, List<AppliedCoupon>>> acting(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select r.subscription_id, r.id, c.code, c.percent, a.amount_minor, s.currency, r.terms_left,
                               c.recurring_addons, c.setup_fees,
                               r.acted_until,
                               array(select p.plan_id from coupon_plan p where p.coupon_id = c.id) as plans,
                               array(select n.addon_id from coupon_addon n where n.coupon_id = c.id) as addons,
                               array(select distinct i.id
                                       from subscription_item i
                                       join coupon_addon n on n.addon_id = i.addon_id and n.coupon_id = c.id
                                      where i.subscription_id = s.id) as named
                          from subscription_coupon r
                          join subscription s on s.id = r.subscription_id
                          join coupon c on c.id = r.coupon_id
                          left join coupon_amount a on a.coupon_id = c.id and a.currency = s.currency
                         where r.subscription_id = any(:subscriptions)
                           and r.removed_on is null
                           and (r.terms_left is null or r.terms_left > 0 or r.acted_until is not null)
                         order by r.subscription_id, r.id
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(row -> Map.entry(new Columns(row).id("subscription_id"), applied(row)))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Uses up terms, and notes up to which day each has acted. */
    Mono<Void> use(List<CouponUse> uses) {
        return uses.isEmpty()
                ? Mono.empty()
                : db.sql(
                                """
                                update subscription_coupon r
                                   set terms_left = r.terms_left - u.times, acted_until = greatest(r.acted_until, u.until)
                                  from (select id, count(*)::integer as times, max(until) as until
                                          from unnest(:ids::uuid[], :untils::date[]) as used (id, until)
                                         group by id) u
                                 where r.id = u.id
                                """)
                        .bind("ids", uses.stream().map(CouponUse::redemption).toArray(UUID[]::new))
                        .bind(
                                "untils",
                                uses.stream().map(CouponUse::until).toArray(LocalDate[]::new))
                        .then();
    }

    Mono<Void> insert(CouponRedemption redemption) {
        return db.sql(
                        """
                        insert into subscription_coupon (id, subscription_id, coupon_id, redeemed_on, terms_left)
                        values (:id, :subscription, :coupon, :redeemedOn, :terms)
                        """)
                .bind("id", redemption.id())
                .bind("subscription", redemption.subscription())
                .bind("coupon", redemption.coupon())
                .bind("redeemedOn", redemption.redeemedOn())
                .bind("terms", Given.sql(redemption.termsLeft(), Integer.class))
                .then();
    }

    /** Takes it off on its day; whether it was still there. */
    Mono<Boolean> remove(CouponRedemption redemption) {
        return db.sql(
                        """
                        update subscription_coupon set removed_on = :on
                         where id = :id and removed_on is null
                        """)
                .bind("id", redemption.id())
                .bind("on", Objects.requireNonNull(redemption.removedOn()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** How often a customer has redeemed a coupon. */
    Mono<Long> byCustomer(UUID coupon, UUID customer) {
        return db.sql(
                        """
                        select count(*)
                          from subscription_coupon r
                          join subscription s on s.id = r.subscription_id
                         where r.coupon_id = :coupon and s.customer_id = :customer
                        """)
                .bind("coupon", coupon)
                .bind("customer", customer)
                .mapValue(Long.class)
                .one();
    }

    Mono<CouponRedemption> find(UUID id) {
        return db.sql(
                        """
                        select id, subscription_id, coupon_id, redeemed_on, terms_left, removed_on
                          from subscription_coupon where id = :id
                        """)
                .bind("id", id)
                .map(RedemptionRepository::redemption)
                .one();
    }

    /** Those of subscriptions, in the order in which they were redeemed. */
    Flux<CouponRedemption> of(Collection<UUID> subscriptions) {
        return db.sql(
                        """
                        select id, subscription_id, coupon_id, redeemed_on, terms_left, removed_on
                          from subscription_coupon
                         where subscription_id = any(:subscriptions)
                         order by subscription_id, id
                        """)
                .bind("subscriptions", subscriptions.toArray(UUID[]::new))
                .map(RedemptionRepository::redemption)
                .all();
    }

    /** The same page of several coupons' redemptions, newest first. */
    Flux<Row<CouponRedemption>> below(Collection<UUID> coupons, Page page) {
        return db.sql(
                        """
                        select c.id as parent, r.id, r.subscription_id, r.coupon_id, r.redeemed_on, r.terms_left,
                               r.removed_on
                          from unnest(:coupons::uuid[]) as c (id)
                         cross join lateral (select *
                                               from subscription_coupon
                                              where coupon_id = c.id and id < :before
                                              order by id desc
                                              limit :first + 1) r
                         order by c.id, r.id desc
                        """)
                .bind("coupons", coupons.toArray(UUID[]::new))
                .bind("before", Objects.requireNonNullElse(page.id(0), LAST_ID))
                .bind("first", page.first())
                .map(row -> new Row<>(new Columns(row).id("parent"), redemption(row)))
                .all();
    }

    private static AppliedCoupon applied(Readable row) {
        var column = new Columns(row);
        return new AppliedCoupon(
                column.id("id"),
                column.text("code"),
                column.decimalOrNull("percent"),
                column.moneyOrNull("amount"),
                column.integerOrNull("terms_left"),
                column.flag("recurring_addons"),
                ids(row, "named"),
                column.flag("setup_fees"),
                ids(row, "plans"),
                ids(row, "addons"),
                column.dayOrNull("acted_until"));
    }

    private static Set<UUID> ids(Readable row, String name) {
        return Set.of(Objects.requireNonNull(row.get(name, UUID[].class)));
    }

    private static CouponRedemption redemption(Readable row) {
        var column = new Columns(row);
        return new CouponRedemption(
                column.id("id"),
                column.id("subscription_id"),
                column.id("coupon_id"),
                column.day("redeemed_on"),
                column.integerOrNull("terms_left"),
                column.dayOrNull("removed_on"));
    }
}
