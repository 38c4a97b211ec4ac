package dev.quittance.catalog;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Given;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes the rows of plans with their prices. */
@Repository
class PlanRows {
    private final DatabaseClient db;

    PlanRows(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> insert(Plan plan) {
        return bindTerms(
                        db.sql(
                                """
                        insert into plan (id, product_id, name, code, description,
                                          interval_count, interval_unit, tax_inclusive,
                                          trial_count, trial_unit, trial_end_policy, billing_cycles,
                                          proration, minimum_term_months, notice_days,
                                          billing_day, paid_support, lead_days, charged_in,
                                          least_quantity, most_quantity)
                        values (:id, :product, :name, :code, :description, :count, :unit,
                                :taxInclusive, :trialCount, :trialUnit, :trialEnd, :cycles,
                                :proration, :months, :notice, :billingDay, :paidSupport, :leadDays, :chargedIn, :least,
                                :most)
                        """),
                        plan)
                .bind("id", plan.id())
                .bind("product", plan.productId())
                .bind("name", plan.name())
                .bind("code", plan.code())
                .bind("description", Given.sql(plan.description(), String.class))
                .bind("count", plan.interval().count())
                .bind("unit", plan.interval().unit().name())
                .bind("taxInclusive", plan.taxInclusive())
                .then()
                .then(savePrices(plan));
    }

    Mono<Void> save(Plan plan) {
        return bindTerms(
                        db.sql(
                                """
                        update plan
                           set name = :name, description = :description,
                               trial_count = :trialCount, trial_unit = :trialUnit,
                               trial_end_policy = :trialEnd, billing_cycles = :cycles,
                               proration = :proration, minimum_term_months = :months,
                               notice_days = :notice, billing_day = :billingDay,
                               paid_support = :paidSupport, lead_days = :leadDays, charged_in = :chargedIn,
                               least_quantity = :least, most_quantity = :most,
                               archived_at = case when :archived
                                                  then coalesce(archived_at, now()) end
                         where id = :id
                        """),
                        plan)
                .bind("id", plan.id())
                .bind("name", plan.name())
                .bind("description", Given.sql(plan.description(), String.class))
                .bind("archived", plan.archived())
                .then()
                .then(savePrices(plan));
    }

    private static GenericExecuteSpec bindTerms(GenericExecuteSpec sql, Plan plan) {
        var terms = plan.terms();
        var trial = terms.trial();
        return sql.bind(
                        "trialCount",
                        Given.sql(trial == null ? null : trial.count(), Integer.class))
                .bind(
                        "trialUnit",
                        Given.sql(trial == null ? null : trial.unit().name(), String.class))
                .bind("trialEnd", terms.trialEndPolicy().name())
                .bind("cycles", Given.sql(terms.billingCycles(), Integer.class))
                .bind("proration", terms.proration().name())
                .bind("months", Given.sql(terms.minimumTermMonths(), Integer.class))
                .bind("notice", terms.noticeDays())
                .bind("billingDay", Given.sql(terms.billingDay(), Integer.class))
                .bind("paidSupport", terms.paidSupport())
                .bind("leadDays", terms.leadDays())
                .bind("chargedIn", terms.chargedIn().name())
                .bind("least", plan.quantity().least())
                .bind("most", Given.sql(plan.quantity().most(), Integer.class));
    }

    private Mono<Void> savePrices(Plan plan) {
        var prices = plan.prices();
        var pricings = prices.stream().map(PlanPrice::pricing).toList();
        return db.sql(
                        """
                        insert into plan_price (plan_id, currency, price, setup_fee_minor, model, package_size, tiers)
                        select :plan, currency, price, fee, model, package_size, tiers::jsonb
                          from unnest(:currencies::text[], :prices::numeric[], :fees::bigint[], :models::text[],
                                      :sizes::integer[], :tiers::text[])
                               as given (currency, price, fee, model, package_size, tiers)
                        on conflict (plan_id, currency) do update
                           set price = excluded.price, setup_fee_minor = excluded.setup_fee_minor,
                               model = excluded.model, package_size = excluded.package_size, tiers = excluded.tiers
                        """)
                .bind("plan", plan.id())
                .bind("currencies", texts(prices))
                .bind("prices", amounts(prices))
                .bind("fees", fees(prices))
                .bind("models", PriceRow.models(pricings))
                .bind("sizes", PriceRow.sizes(pricings))
                .bind("tiers", PriceRow.tiers(pricings))
                .then();
    }

    private static String[] texts(List<PlanPrice> prices) {
        return prices.stream().map(price -> price.currency().getCode()).toArray(String[]::new);
    }

    private static BigDecimal[] amounts(List<PlanPrice> prices) {
        return prices.stream().map(price -> price.price().getAmount()).toArray(BigDecimal[]::new);
    }

    private static @Nullable Long[] fees(List<PlanPrice> prices) {
        var fees = new @Nullable Long[prices.size()];
        for (var i = 0; i < fees.length; i++) {
            var fee = prices.get(i).setupFee();
            fees[i] = fee == null ? null : Amounts.minor(fee);
        }
        return fees;
    }
}
