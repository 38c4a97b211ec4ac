package dev.quittance.reports;

import dev.quittance.customers.OverdueCustomers;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.BadRequest;
import dev.quittance.platform.BusinessClock;
import dev.quittance.reports.MonthlyRevenue.Recurring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds up figures over all customers. */
@Service
class Reports implements OverdueCustomers {
    private static final int MOST_MONTHS = 36;

    private final FigureRepository repository;
    private final Organizations organizations;
    private final BusinessClock clock;

    Reports(FigureRepository repository, Organizations organizations, BusinessClock clock) {
        this.repository = repository;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What an overview is asked of. */
    private record Scope(
            CurrencyUnit currency, List<CurrencyUnit> currencies, LocalDate today, int months) {}

    /** The overview in a currency, the busiest when none is named. */
    Mono<Overview> overview(@Nullable CurrencyUnit currency, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            return Mono.error(new BadRequest("months", "must be between 1 and 36"));
        }
        return Mono.zip(
                        repository.currencies().collectList(),
                        organizations.current(),
                        clock.today())
                .map(all -> scope(currency, months, all.getT1(), all.getT2(), all.getT3()))
                .flatMap(this::overview);
    }

    /** How many subscriptions of each of these plans have not ended. */
    Mono<Map<UUID, Integer>> subscribers(Collection<UUID> plans) {
        return repository.subscribers(plans);
    }

    @Override
    public Flux<UUID> overdueCustomers() {
        return clock.today().flatMapMany(repository::overdueCustomers);
    }

    private Mono<Overview> overview(Scope scope) {
        var currency = scope.currency();
        return Mono.zip(
                        repository.dues(currency, scope.today()),
                        repository.recurring(currency, scope.today()).collectList(),
                        repository.counts(),
                        repository.months(
                                currency, MonthFigures.first(scope.months(), scope.today())))
                .map(
                        all ->
                                new Overview(
                                        currency,
                                        scope.currencies(),
                                        all.getT1().outstanding(),
                                        all.getT1().overdue(),
                                        MonthlyRevenue.of(all.getT2(), currency),
                                        all.getT2().stream()
                                                .mapToInt(Recurring::subscriptions)
                                                .sum(),
                                        all.getT3().active(),
                                        all.getT3().parked(),
                                        all.getT3().disputesToAnswer(),
                                        MonthFigures.filled(
                                                all.getT4(),
                                                scope.months(),
                                                scope.today(),
                                                currency)));
    }

    /** A currency without figures is shown too when it is asked for. */
    private static Scope scope(
            @Nullable CurrencyUnit asked,
            int months,
            List<CurrencyUnit> used,
            Organization organization,
            LocalDate today) {
        var currencies =
                new ArrayList<>(used.isEmpty() ? List.of(organization.defaultCurrency()) : used);
        if (asked != null && !currencies.contains(asked)) {
            currencies.add(asked);
        }
        return new Scope(
                asked == null ? currencies.getFirst() : asked,
                List.copyOf(currencies),
                today,
                months);
    }
}
