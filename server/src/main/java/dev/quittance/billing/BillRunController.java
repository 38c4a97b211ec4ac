package dev.quittance.billing;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bill runs in GraphQL. */
@Controller
class BillRunController {
    private final BillRuns runs;
    private final BillRunRepository repository;
    private final Customers customers;
    private final Changes changes;

    BillRunController(
            BillRuns runs, BillRunRepository repository, Customers customers, Changes changes) {
        this.runs = runs;
        this.repository = repository;
        this.customers = customers;
        this.changes = changes;
    }

    record StartBillRunInput(BillRunKind kind) {}

    @QueryMapping
    Mono<Connection<BillRun>> billRuns(@Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(rows -> page.connection(rows, BillRunRepository::key));
    }

    @QueryMapping
    Mono<BillRun> billRun(@Argument UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("bill run")));
    }

    @SchemaMapping
    CompletableFuture<Connection<BillProposal>> proposals(
            BillRun run,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<BillProposal>> proposals) {
        return proposals.load(Below.of(run.id(), Page.of(first, after)));
    }

    @BatchMapping(typeName = "BillProposal", field = "customer")
    Mono<Map<BillProposal, Customer>> customersOfProposals(List<BillProposal> rows) {
        return customers
                .byIds(rows.stream().map(BillProposal::customer).distinct().toList())
                .map(
                        found ->
                                rows.stream()
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        row ->
                                                                Objects.requireNonNull(
                                                                        found.get(
                                                                                row.customer())))));
    }

    @MutationMapping
    Mono<BillRunStart> startBillRun(@Argument StartBillRunInput input) {
        return runs.start(input.kind());
    }

    @SubscriptionMapping
    Flux<Change> billRunChanged(@ContextValue Caller caller) {
        return changes.stream("BILL_RUN", caller);
    }
}
