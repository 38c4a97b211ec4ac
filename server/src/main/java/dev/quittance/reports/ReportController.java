package dev.quittance.reports;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.catalog.Plan;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Figures in GraphQL. */
@Controller
class ReportController {
    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @QueryMapping
    Mono<Overview> overview(@Argument @Nullable CurrencyUnit currency, @Argument int months) {
        return reports.overview(currency, months);
    }

    @BatchMapping
    Mono<Map<Plan, Integer>> subscriberCount(List<Plan> plans) {
        return reports.subscribers(plans.stream().map(Plan::id).distinct().toList())
                .map(
                        found ->
                                plans.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        plan -> found.getOrDefault(plan.id(), 0))));
    }
}
