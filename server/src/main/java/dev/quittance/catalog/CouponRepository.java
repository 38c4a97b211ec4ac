package dev.quittance.catalog;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Page;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of coupons. */
@Repository
class CouponRepository {
    private final DatabaseClient db;

    CouponRepository(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of lists: by code. */
    Flux<Coupon> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select c.id, c.code, c.name, c.percent, c.duration, c.terms, c.recurring_addons,
                               c.setup_fees, c.expires_on, c.most_redemptions, c.most_per_customer, c.redeemed,
                               c.archived_at is not null as archived,
                               (select jsonb_agg(jsonb_build_object('currency', currency, 'minor', amount_minor)
                                                 order by currency)
                                  from coupon_amount where coupon_id = c.id) as amounts,
                               array(select plan_id from coupon_plan where coupon_id = c.id) as plans,
                               array(select addon_id from coupon_addon where coupon_id = c.id) as addons
                          from coupon c
                         where c.id = any(:ids)
                         order by lower(c.code) collate "C", c.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(CouponRepository::coupon)
                .all();
    }

    Mono<Coupon> find(UUID id) {
        return byIds(List.of(id)).next();
    }

    Mono<Coupon> coded(String code) {
        return db.sql("select id from coupon where lower(code) = lower(:code)")
                .bind("code", code)
                .mapValue(UUID.class)
                .one()
                .flatMap(this::find);
    }

    Flux<Coupon> page(CouponFilter filter, Page page) {
        return narrowed(
                        filter,
                        """
                        select id from coupon
                         where (:search::text is null
                                or position(lower(:search) in lower(name)) > 0
                                or position(lower(:search) in lower(code)) > 0)
                           and (:archived::boolean is null
                                or (archived_at is not null) = :archived)
                           and (lower(code) collate "C", id)
                               > (coalesce((select lower(code) from coupon where id = :after), '')
                                    collate "C",
                                  coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid))
                         order by lower(code) collate "C", id
                         limit :first + 1
                        """)
                .bind("after", Given.sql(page.id(0), UUID.class))
                .bind("first", page.first())
                .mapValue(UUID.class)
                .all()
                .collectList()
                .flatMapMany(this::byIds);
    }

    Mono<Long> count(CouponFilter filter) {
        return narrowed(
                        filter,
                        """
                        select count(*) from coupon
                         where (:search::text is null
                                or position(lower(:search) in lower(name)) > 0
                                or position(lower(:search) in lower(code)) > 0)
                           and (:archived::boolean is null
                                or (archived_at is not null) = :archived)
                        """)
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> insert(Coupon coupon) {
        return db.sql(
                        """
                        with added as (
                          insert into coupon (id, code, name, percent, duration, terms, recurring_addons, setup_fees,
                                 expires_on, most_redemptions, most_per_customer)
                          values (:id, :code, :name, :percent, :duration, :terms, :recurringAddons, :setupFees,
                                  :expiresOn, :most, :mostPerCustomer)),
                        amounts as (
                          insert into coupon_amount (coupon_id, currency, amount_minor)
                          select :id, currency, amount
                            from unnest(:currencies::text[], :amounts::bigint[]) as given (currency, amount)),
                        plans as (
                          insert into coupon_plan (coupon_id, plan_id) select :id, unnest(:plans::uuid[]))
                        insert into coupon_addon (coupon_id, addon_id) select :id, unnest(:addons::uuid[])
                        """)
                .bind("id", coupon.id())
                .bind("code", coupon.code())
                .bind("name", coupon.name())
                .bind("percent", Given.sql(coupon.percent(), BigDecimal.class))
                .bind("duration", coupon.duration().name())
                .bind("terms", Given.sql(coupon.terms(), Integer.class))
                .bind("recurringAddons", coupon.recurringAddons())
                .bind("setupFees", coupon.setupFees())
                .bind("expiresOn", Given.sql(coupon.expiresOn(), java.time.LocalDate.class))
                .bind("most", Given.sql(coupon.mostRedemptions(), Integer.class))
                .bind("mostPerCustomer", Given.sql(coupon.mostPerCustomer(), Integer.class))
                .bind(
                        "currencies",
                        coupon.amounts().stream()
                                .map(amount -> amount.getCurrencyUnit().getCode())
                                .toArray(String[]::new))
                .bind("amounts", coupon.amounts().stream().map(Amounts::minor).toArray(Long[]::new))
                .bind("plans", coupon.planIds().toArray(UUID[]::new))
                .bind("addons", coupon.addonIds().toArray(UUID[]::new))
                .then();
    }

    Mono<Void> setArchived(UUID id, boolean archived) {
        return db.sql(
                        """
                        update coupon
                           set archived_at = case when :archived then coalesce(archived_at, now()) end
                         where id = :id
                        """)
                .bind("id", id)
                .bind("archived", archived)
                .then();
    }

    /** Counts a redemption where there is one left; whether there was. */
    Mono<Boolean> take(UUID id) {
        return db.sql(
                        """
                        update coupon
                           set redeemed = redeemed + 1
                         where id = :id and (most_redemptions is null or redeemed < most_redemptions)
                        """)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private DatabaseClient.GenericExecuteSpec narrowed(CouponFilter filter, String sql) {
        return db.sql(sql)
                .bind("search", Given.sql(filter.search(), String.class))
                .bind("archived", Given.sql(filter.archived(), Boolean.class));
    }

    private record AmountRow(String currency, long minor) {
        Money money() {
            return Amounts.ofMinor(minor, currency);
        }
    }

    private static Coupon coupon(Readable row) {
        var column = new Columns(row);
        return new Coupon(
                column.id("id"),
                column.text("code"),
                column.text("name"),
                column.decimalOrNull("percent"),
                amounts(row),
                column.choice("duration", CouponDuration.class),
                column.integerOrNull("terms"),
                ids(row, "plans"),
                column.flag("recurring_addons"),
                ids(row, "addons"),
                column.flag("setup_fees"),
                column.dayOrNull("expires_on"),
                column.integerOrNull("most_redemptions"),
                column.integerOrNull("most_per_customer"),
                column.integer("redeemed"),
                column.flag("archived"));
    }

    private static List<Money> amounts(Readable row) {
        var json = row.get("amounts", Json.class);
        return json == null
                ? List.of()
                : Stream.of(JsonText.read(json.asString(), AmountRow[].class))
                        .map(AmountRow::money)
                        .toList();
    }

    private static List<UUID> ids(Readable row, String name) {
        return List.of(Objects.requireNonNull(row.get(name, UUID[].class)));
    }
}
