package dev.quittance.imports;

import dev.quittance.catalog.Interval;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class ImportController {
    private final Imports imports;
    private final ImportRepository repository;
    private final Changes changes;

    ImportController(Imports imports, ImportRepository repository, Changes changes) {
        this.imports = imports;
        this.repository = repository;
        this.changes = changes;
    }

    record MappedColumnInput(String column, ImportField field) {}

    record ImportMappingInput(
            List<MappedColumnInput> columns,
            CurrencyUnit currency,
            String planName,
            Interval interval) {

        ImportMapping mapping() {
            var mapped =
                    columns.stream().map(c -> new MappedColumn(c.column(), c.field())).toList();
            return new ImportMapping(mapped, currency, planName, interval);
        }
    }

    record CheckCustomerImportInput(UUID id, ImportMappingInput mapping) {}

    record RunCustomerImportInput(UUID id, boolean skipBadRows) {}

    @QueryMapping
    Mono<Connection<CustomerImport>> customerImports(
            @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(found -> page.connection(found, row -> List.of(row.id().toString())));
    }

    @QueryMapping
    Mono<CustomerImport> customerImport(@Argument UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("import")));
    }

    @SchemaMapping(typeName = "CustomerImport")
    CompletableFuture<Connection<ImportFault>> faults(
            CustomerImport customerImport,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<ImportFault>> importFaults) {
        return importFaults.load(Below.of(customerImport.id(), Page.of(first, after)));
    }

    @MutationMapping
    Mono<ImportStart> checkCustomerImport(@Argument CheckCustomerImportInput input) {
        return imports.check(input.id(), input.mapping().mapping());
    }

    @MutationMapping
    Mono<ImportStart> runCustomerImport(@Argument RunCustomerImportInput input) {
        return imports.run(input.id(), input.skipBadRows());
    }

    @SubscriptionMapping
    Flux<Change> customerImportChanged(@ContextValue Caller caller) {
        return changes.stream("IMPORT", caller);
    }
}
