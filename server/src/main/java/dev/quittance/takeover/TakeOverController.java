package dev.quittance.takeover;

import static java.util.stream.Collectors.toMap;

import dev.quittance.imports.ImportFault;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Page;
import dev.quittance.takeover.TakeOver.Total;
import dev.quittance.takeover.TakeOverAnswer.TakeOverStarted;
import dev.quittance.takeover.TakeOverAnswer.TakeOverTotalsStated;
import dev.quittance.takeover.TakeOverAnswer.TakeOverUndone;
import graphql.relay.Connection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Take-overs, in GraphQL. */
@Controller
class TakeOverController {
    private final TakeOverReading reading;
    private final TakeOvers takeOvers;
    private final TakeOverUndoing undoing;

    TakeOverController(TakeOverReading reading, TakeOvers takeOvers, TakeOverUndoing undoing) {
        this.reading = reading;
        this.takeOvers = takeOvers;
        this.undoing = undoing;
    }

    record TakeOverColumnInput(String column, TakeOverField field) {}

    record TakeOverMappingInput(
            List<TakeOverColumnInput> columns,
            @Nullable LocalDate asOf,
            @Nullable CurrencyUnit currency) {

        TakeOverMapping mapping() {
            return new TakeOverMapping(
                    columns.stream()
                            .map(one -> new TakeOverColumn(one.column(), one.field()))
                            .toList(),
                    asOf,
                    currency);
        }
    }

    record CheckTakeOverInput(UUID id, TakeOverMappingInput mapping) {}

    record TakeOverTotalInput(
            CurrencyUnit currency, @Nullable BigDecimal owed, @Nullable BigDecimal credit) {

        Total total() {
            return new Total(currency.getCode(), money(owed), money(credit));
        }

        private @Nullable Money money(@Nullable BigDecimal amount) {
            return amount == null ? null : Money.of(currency, amount, RoundingMode.HALF_UP);
        }
    }

    record StateTakeOverTotalsInput(UUID id, List<TakeOverTotalInput> totals) {}

    record RunTakeOverInput(UUID id, boolean skipBadRows, @Nullable String acknowledgement) {}

    record UndoTakeOverInput(UUID id, String reason) {}

    @QueryMapping
    Mono<Connection<TakeOver>> takeOvers(@Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return reading.page(page)
                .map(found -> page.connection(found, row -> List.of(row.id().toString())));
    }

    @QueryMapping
    Mono<TakeOver> takeOver(@Argument UUID id) {
        return reading.get(id);
    }

    @SchemaMapping(typeName = "TakeOver")
    CompletableFuture<Connection<ImportFault>> faults(
            TakeOver takeOver,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<ImportFault>> importFaults) {
        return importFaults.load(Below.of(takeOver.id(), Page.of(first, after)));
    }

    @BatchMapping(typeName = "TakeOver")
    Mono<Map<TakeOver, List<TakeOverFigure>>> figures(List<TakeOver> takeOvers) {
        return reading.figures(takeOvers.stream().map(TakeOver::id).distinct().toList())
                .map(
                        found ->
                                takeOvers.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        one ->
                                                                found.getOrDefault(
                                                                        one.id(), List.of()))));
    }

    @MutationMapping
    Mono<TakeOverStarted> checkTakeOver(@Argument CheckTakeOverInput input) {
        return takeOvers
                .check(input.id(), input.mapping().mapping())
                .then(reading.get(input.id()))
                .map(TakeOverStarted::new);
    }

    @MutationMapping
    Mono<TakeOverTotalsStated> stateTakeOverTotals(@Argument StateTakeOverTotalsInput input) {
        return takeOvers
                .state(input.id(), input.totals().stream().map(TakeOverTotalInput::total).toList())
                .then(reading.get(input.id()))
                .map(TakeOverTotalsStated::new);
    }

    @MutationMapping
    Mono<TakeOverStarted> runTakeOver(@Argument RunTakeOverInput input) {
        return takeOvers
                .run(input.id(), input.skipBadRows(), input.acknowledgement())
                .then(reading.get(input.id()))
                .map(TakeOverStarted::new);
    }

    @MutationMapping
    Mono<TakeOverUndone> undoTakeOver(@Argument UndoTakeOverInput input) {
        return undoing.undo(input.id(), input.reason())
                .then(reading.get(input.id()))
                .map(TakeOverUndone::new);
    }
}
