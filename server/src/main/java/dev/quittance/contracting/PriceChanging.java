package dev.quittance.contracting;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanChange;
import dev.quittance.catalog.Plans;
import dev.quittance.platform.BusinessClock;
import dev.quittance.subscriptions.KeptPrices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes the prices of a plan, and says before for whom. */
@Service
class PriceChanging {
    private final Plans plans;
    private final Catalog catalog;
    private final KeptPrices kept;
    private final BusinessClock clock;
    private final TransactionalOperator transaction;

    PriceChanging(
            Plans plans,
            Catalog catalog,
            KeptPrices kept,
            BusinessClock clock,
            TransactionalOperator transaction) {
        this.plans = plans;
        this.catalog = catalog;
        this.kept = kept;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A price change with the number of subscriptions that pay the prices it replaces. */
    record Previewed(PriceChange change, long subscriptions) {}

    Mono<Previewed> preview(ChangePlanPricesInput input) {
        return decided(input).flatMap(this::counted);
    }

    /** Whoever is still to move moves to the newest price. */
    Mono<Plan> change(ChangePlanPricesInput input) {
        return plans.lock(input.planId())
                .then(Mono.defer(() -> decided(input)))
                .flatMap(change -> kept.keep(change.plan(), change.currencies(), change.movesOn()))
                .then(Mono.defer(() -> plans.update(wanted(input))))
                .then(Mono.defer(() -> catalog.plan(input.planId())))
                .as(transaction::transactional);
    }

    private Mono<Previewed> counted(PriceChange change) {
        return kept.count(change.plan(), change.currencies())
                .map(count -> new Previewed(change, count));
    }

    private Mono<PriceChange> decided(ChangePlanPricesInput input) {
        return Mono.zip(catalog.plan(input.planId()), plans.tried(wanted(input)), clock.today())
                .map(
                        found ->
                                PriceChange.decide(
                                        input, found.getT1(), found.getT2(), found.getT3()));
    }

    private static PlanChange wanted(ChangePlanPricesInput input) {
        return PlanChange.prices(input.planId(), input.prices());
    }
}
