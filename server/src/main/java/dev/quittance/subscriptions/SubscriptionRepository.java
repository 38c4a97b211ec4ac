package dev.quittance.subscriptions;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Subscriptions as rows: read by id, written in sets. */
@Repository
class SubscriptionRepository {
    private final DatabaseClient db;

    SubscriptionRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<SubscriptionContract> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, number, customer_id, billing_group_id, plan_id, currency, phase, collection,
                               interval_count, interval_unit, started_on, anchor_on, billing_day, lead_days, charged_in, billed_until, next_term,
                               next_bill_on, setup_fee_billed, minimum_term_ends_on, cancels_on, expires_on, ended_on,
                               cancel_reason, paused_on, pauses_on, resumes_on, changes_on, change, trial_ends_on,
                               trial_extensions, trial_charging, created_at
                          from subscription
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(SubscriptionRepository::contract)
                .all();
    }

    /** Holds the row until the transaction ends. */
    Mono<UUID> lock(UUID id) {
        return db.sql("select id from subscription where id = :id for update")
                .bind("id", id)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> insert(List<SubscriptionContract> contracts) {
        return bindDates(
                        db.sql(
                                """
                                insert into subscription (id, number, customer_id, billing_group_id, plan_id, currency,
                                       phase, interval_count, interval_unit, started_on, anchor_on, next_term,
                                       next_bill_on, minimum_term_ends_on, cancels_on, ended_on, cancel_reason, expires_on,
                                       trial_ends_on, billed_until, billing_day, lead_days, charged_in, created_at)
                                select id, number, customer_id, billing_group_id, plan_id, currency, phase, interval_count,
                                       interval_unit, started_on, anchor_on, next_term, next_bill_on,
                                       minimum_term_ends_on, cancels_on, ended_on, cancel_reason, expires_on, trial_ends_on,
                                       billed_until, billing_day, lead_days, charged_in, created_at
                                  from unnest(:ids::uuid[], :numbers::text[], :customers::uuid[], :groups::uuid[],
                                              :plans::uuid[], :currencies::text[], :phases::text[], :counts::integer[],
                                              :units::text[], :starts::date[], :anchors::date[], :terms::integer[],
                                              :bills::date[], :bounds::date[], :cancels::date[], :ends::date[],
                                              :reasons::text[], :expiries::date[], :trials::date[], :untils::date[],
                                              :billingDays::integer[], :leads::integer[], :charged::text[], :times::timestamptz[])
                                    as s (id, number, customer_id, billing_group_id, plan_id, currency, phase,
                                          interval_count, interval_unit, started_on, anchor_on, next_term, next_bill_on,
                                          minimum_term_ends_on, cancels_on, ended_on, cancel_reason, expires_on,
                                          trial_ends_on, billed_until, billing_day, lead_days, charged_in, created_at)
                                """),
                        contracts)
                .bind("numbers", column(contracts, SubscriptionContract::number, String[]::new))
                .bind("customers", column(contracts, SubscriptionContract::customer, UUID[]::new))
                .bind("groups", column(contracts, SubscriptionContract::billingGroup, UUID[]::new))
                .bind(
                        "currencies",
                        column(contracts, SubscriptionContract::currency, String[]::new))
                .bind(
                        "times",
                        column(
                                contracts,
                                s -> s.createdAt().atOffset(ZoneOffset.UTC),
                                OffsetDateTime[]::new))
                .then();
    }

    /** Keeps what may change of a subscription, but for the setup fee. */
    Mono<Void> update(List<SubscriptionContract> contracts) {
        return bindDates(
                        db.sql(
                                """
                                update subscription s
                                   set phase = c.phase, collection = c.collection, next_term = c.next_term,
                                       next_bill_on = c.next_bill_on, cancels_on = c.cancels_on, ended_on = c.ended_on,
                                       cancel_reason = c.cancel_reason, expires_on = c.expires_on,
                                       trial_ends_on = c.trial_ends_on, billed_until = c.billed_until,
                                       plan_id = c.plan_id, interval_count = c.interval_count,
                                       interval_unit = c.interval_unit, started_on = c.started_on,
                                       anchor_on = c.anchor_on, billing_day = c.billing_day, lead_days = c.lead_days, charged_in = c.charged_in,
                                       minimum_term_ends_on = c.minimum_term_ends_on, paused_on = c.paused_on,
                                       pauses_on = c.pauses_on, resumes_on = c.resumes_on, changes_on = c.changes_on,
                                       change = c.change::jsonb, trial_extensions = c.trial_extensions,
                                       trial_charging = c.trial_charging
                                  from unnest(:ids::uuid[], :phases::text[], :collections::text[], :terms::integer[],
                                              :bills::date[], :cancels::date[], :ends::date[], :reasons::text[],
                                              :expiries::date[], :trials::date[], :untils::date[], :plans::uuid[],
                                              :counts::integer[], :units::text[], :anchors::date[], :bounds::date[],
                                              :paused::date[], :pauses::date[], :resumes::date[], :changes::date[],
                                              :wanted::text[], :extensions::integer[], :starts::date[],
                                              :billingDays::integer[], :leads::integer[], :charged::text[], :charging::boolean[])
                                    as c (id, phase, collection, next_term, next_bill_on, cancels_on, ended_on,
                                          cancel_reason, expires_on, trial_ends_on, billed_until, plan_id,
                                          interval_count, interval_unit, anchor_on, minimum_term_ends_on, paused_on,
                                          pauses_on, resumes_on, changes_on, change, trial_extensions, started_on,
                                          billing_day, lead_days, charged_in, trial_charging)
                                 where s.id = c.id
                                """),
                        contracts)
                .bind("collections", column(contracts, s -> s.collection().name(), String[]::new))
                .bind("paused", column(contracts, SubscriptionContract::pausedOn, LocalDate[]::new))
                .bind("pauses", column(contracts, SubscriptionContract::pausesOn, LocalDate[]::new))
                .bind(
                        "resumes",
                        column(contracts, SubscriptionContract::resumesOn, LocalDate[]::new))
                .bind(
                        "changes",
                        column(contracts, SubscriptionContract::changesOn, LocalDate[]::new))
                .bind("wanted", column(contracts, s -> json(s.schedule().change()), String[]::new))
                .bind(
                        "extensions",
                        column(contracts, SubscriptionContract::trialExtensions, Integer[]::new))
                .bind(
                        "charging",
                        column(contracts, SubscriptionContract::trialCharging, Boolean[]::new))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bindDates(
            DatabaseClient.GenericExecuteSpec sql, List<SubscriptionContract> contracts) {
        return sql.bind("ids", column(contracts, SubscriptionContract::id, UUID[]::new))
                .bind("phases", column(contracts, s -> s.phase().name(), String[]::new))
                .bind("terms", column(contracts, SubscriptionContract::nextTerm, Integer[]::new))
                .bind(
                        "bills",
                        column(contracts, SubscriptionContract::nextBillOn, LocalDate[]::new))
                .bind(
                        "cancels",
                        column(contracts, SubscriptionContract::cancelsOn, LocalDate[]::new))
                .bind("ends", column(contracts, SubscriptionContract::endedOn, LocalDate[]::new))
                .bind("plans", column(contracts, SubscriptionContract::plan, UUID[]::new))
                .bind("counts", column(contracts, s -> s.interval().count(), Integer[]::new))
                .bind("units", column(contracts, s -> s.interval().unit().name(), String[]::new))
                .bind(
                        "starts",
                        column(contracts, SubscriptionContract::startedOn, LocalDate[]::new))
                .bind(
                        "anchors",
                        column(contracts, SubscriptionContract::anchorOn, LocalDate[]::new))
                .bind("leads", column(contracts, SubscriptionContract::leadDays, Integer[]::new))
                .bind("charged", column(contracts, s -> s.chargedIn().name(), String[]::new))
                .bind(
                        "billingDays",
                        column(contracts, SubscriptionContract::billingDay, Integer[]::new))
                .bind(
                        "bounds",
                        column(
                                contracts,
                                SubscriptionContract::minimumTermEndsOn,
                                LocalDate[]::new))
                .bind(
                        "untils",
                        column(contracts, SubscriptionContract::billedUntil, LocalDate[]::new))
                .bind(
                        "expiries",
                        column(contracts, SubscriptionContract::expiresOn, LocalDate[]::new))
                .bind(
                        "trials",
                        column(contracts, SubscriptionContract::trialEndsOn, LocalDate[]::new))
                .bind(
                        "reasons",
                        column(contracts, SubscriptionContract::cancelReason, String[]::new));
    }

    private static <R, T> T[] column(
            List<R> rows, Function<R, ? extends @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static SubscriptionContract contract(Readable row) {
        var column = new Columns(row);
        return new SubscriptionContract(
                column.id("id"),
                column.text("number"),
                column.id("customer_id"),
                column.id("billing_group_id"),
                column.id("plan_id"),
                column.text("currency"),
                column.choice("phase", SubscriptionPhase.class),
                column.choice("collection", CollectionState.class),
                interval(column),
                column.day("started_on"),
                column.day("anchor_on"),
                column.integerOrNull("billing_day"),
                column.integer("lead_days"),
                column.choice("charged_in", ChargeTime.class),
                column.dayOrNull("billed_until"),
                column.integer("next_term"),
                column.dayOrNull("next_bill_on"),
                column.flag("setup_fee_billed"),
                column.dayOrNull("minimum_term_ends_on"),
                column.dayOrNull("cancels_on"),
                column.dayOrNull("expires_on"),
                column.dayOrNull("ended_on"),
                column.textOrNull("cancel_reason"),
                column.dayOrNull("paused_on"),
                new Schedule(
                        column.dayOrNull("pauses_on"),
                        column.dayOrNull("resumes_on"),
                        column.dayOrNull("changes_on"),
                        column.jsonOrNull("change", ItemsWanted.class)),
                trial(column),
                column.at("created_at"));
    }

    private static @Nullable Trial trial(Columns column) {
        var endsOn = column.dayOrNull("trial_ends_on");
        return endsOn == null
                ? null
                : new Trial(
                        endsOn, column.integer("trial_extensions"), column.flag("trial_charging"));
    }

    private static @Nullable String json(@Nullable ItemsWanted wanted) {
        return wanted == null ? null : JsonText.write(wanted);
    }

    static Interval interval(Columns column) {
        return new Interval(
                column.integer("interval_count"),
                column.choice("interval_unit", IntervalUnit.class));
    }
}
