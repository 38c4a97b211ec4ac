package dev.quittance.statements;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.quittance.platform.Below;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dataloader.DataLoader;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements of account, one by one or together with those of the others on the screen. */
@Service
public class Statements {
    private static final String FIGURES = "statementFigures";
    private static final String ROWS = "statementRows";

    private final StatementFigures figures;
    private final StatementRows rows;
    private final BusinessClock clock;

    /** What is asked for, before it is known what day it is. */
    record Wanted(CurrencyUnit currency, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private record Asked(UUID customer, Wanted wanted) {}

    Statements(
            StatementFigures figures,
            StatementRows rows,
            BusinessClock clock,
            BatchLoaderRegistry registry) {
        this.figures = figures;
        this.rows = rows;
        this.clock = clock;
        registry.<Asked, Statement>forName(FIGURES)
                .registerMappedBatchLoader((asked, _) -> together(asked));
        Below.<StatementScope, StatementRow>register(registry, ROWS, rows::page, Statements::key);
    }

    /** What a customer owed before, in between and after. */
    public Mono<Statement> of(UUID customer, CurrencyUnit currency, StatementPeriod period) {
        return of(customer, StatementScope.of(currency, period));
    }

    Mono<Statement> of(UUID customer, StatementScope scope) {
        return figures.of(List.of(customer), scope).single();
    }

    /**
     * As {@link #of}; where others beside it ask the same, in one statement for all. Days that make
     * no sense are refused by name.
     */
    Mono<Statement> of(UUID customer, Wanted wanted, DataFetchingEnvironment environment) {
        if (!Below.aList(environment)) {
            return scope(wanted).flatMap(scope -> of(customer, scope));
        }
        DataLoader<Asked, Statement> loader =
                requireNonNull(environment.getDataLoader(FIGURES), FIGURES);
        return Mono.fromFuture(loader.load(new Asked(customer, wanted)));
    }

    /** A page of a statement's rows. */
    Mono<Connection<StatementRow>> rows(
            Statement statement, Page page, DataFetchingEnvironment environment) {
        var scope = StatementScope.of(statement.currency(), statement.period());
        if (!Below.aList(environment)) {
            return rows.page(List.of(statement.customer()), scope, page)
                    .map(Below.Row::row)
                    .collectList()
                    .map(found -> page.connection(found, Statements::key));
        }
        DataLoader<Below<StatementScope>, Connection<StatementRow>> loader =
                requireNonNull(environment.getDataLoader(ROWS), ROWS);
        return Mono.fromFuture(loader.load(new Below<>(statement.customer(), scope, page)));
    }

    private Mono<StatementScope> scope(Wanted wanted) {
        return clock.today()
                .map(
                        today ->
                                StatementScope.of(
                                        wanted.currency(),
                                        StatementPeriod.orThisMonth(
                                                        wanted.from(), wanted.to(), today)
                                                .checked(today)));
    }

    private Mono<Map<Asked, Statement>> together(Set<Asked> asked) {
        var same =
                asked.stream()
                        .collect(groupingBy(Asked::wanted, mapping(Asked::customer, toSet())));
        return Flux.fromIterable(same.entrySet())
                .concatMap(each -> together(each.getKey(), each.getValue()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Flux<Map.Entry<Asked, Statement>> together(Wanted wanted, Set<UUID> customers) {
        return scope(wanted)
                .flatMapMany(scope -> figures.of(customers, scope))
                .map(found -> Map.entry(new Asked(found.customer(), wanted), found));
    }

    private static List<String> key(StatementRow row) {
        return List.of(row.bookedOn().toString(), row.place());
    }
}
