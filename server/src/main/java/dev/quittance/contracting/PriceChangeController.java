package dev.quittance.contracting;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.catalog.Plan;
import dev.quittance.platform.Page;
import dev.quittance.subscriptions.KeptPrices;
import dev.quittance.subscriptions.PriceMove;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Changes of plans' prices in GraphQL. */
@Controller
class PriceChangeController {
    private final PriceChanging changing;
    private final KeptPrices kept;
    private final Subscriptions subscriptions;

    PriceChangeController(PriceChanging changing, KeptPrices kept, Subscriptions subscriptions) {
        this.changing = changing;
        this.kept = kept;
        this.subscriptions = subscriptions;
    }

    /** For whom something would change, and for how many. */
    record PlanPriceChangePreview(PriceChange change, int subscriptionCount) {}

    /** The plan with its prices as they are now. */
    record PlanPricesChanged(Plan plan) {}

    @QueryMapping
    Mono<PlanPriceChangePreview> previewPlanPriceChange(@Argument ChangePlanPricesInput input) {
        return changing.preview(input)
                .map(
                        found ->
                                new PlanPriceChangePreview(
                                        found.change(), Math.toIntExact(found.subscriptions())));
    }

    @SchemaMapping(typeName = "PlanPriceChangePreview", field = "moves")
    Mono<Connection<PriceMove>> movesOfPreview(
            PlanPriceChangePreview preview, @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        var change = preview.change();
        return kept.moves(change.plan(), change.next(), change.movesOn(), page)
                .collectList()
                .map(
                        found ->
                                page.connection(
                                        found, move -> List.of(move.subscription().toString())));
    }

    @BatchMapping(typeName = "PriceMove", field = "subscription")
    Mono<Map<PriceMove, SubscriptionContract>> subscriptionsOfMoves(List<PriceMove> moves) {
        return subscriptions
                .byIds(moves.stream().map(PriceMove::subscription).distinct().toList())
                .collectMap(SubscriptionContract::id)
                .map(
                        found ->
                                moves.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        move -> found.get(move.subscription()))));
    }

    @MutationMapping
    Mono<PlanPricesChanged> changePlanPrices(@Argument ChangePlanPricesInput input) {
        return changing.change(input).map(PlanPricesChanged::new);
    }
}
