package dev.quittance.invoicing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Below;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Reads credit notes in GraphQL. */
@Controller
class CreditNoteController {
    private final CreditNoteRepository repository;
    private final Invoices invoices;
    private final Customers customers;
    private final Organizations organizations;
    private final DocumentLinks links;

    CreditNoteController(
            CreditNoteRepository repository,
            Invoices invoices,
            Customers customers,
            Organizations organizations,
            DocumentLinks links) {
        this.repository = repository;
        this.invoices = invoices;
        this.customers = customers;
        this.organizations = organizations;
        this.links = links;
    }

    @QueryMapping
    Mono<CreditNote> creditNote(@Argument UUID id, @ContextValue Caller caller) {
        return repository
                .byIds(List.of(id))
                .flatMapIterable(identity())
                .filter(found -> caller.owns(found.customer()))
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new NotFound("credit note")));
    }

    @QueryMapping
    Mono<Connection<CreditNote>> creditNotes(
            @Argument @Nullable CreditNoteFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(CreditNoteFilter.orAll(filter), page)
                .map(notes -> page.connection(notes, CreditNoteLists::key));
    }

    @SchemaMapping(typeName = "Customer", field = "creditNotes")
    CompletableFuture<Connection<CreditNote>> creditNotes(
            Customer customer,
            @Argument @Nullable CreditNoteFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<CreditNoteFilter>, Connection<CreditNote>> customerCreditNotes) {
        return customerCreditNotes.load(
                new Below<>(customer.id(), CreditNoteFilter.orAll(filter), Page.of(first, after)));
    }

    @BatchMapping(typeName = "Invoice", field = "creditNotes")
    Mono<Map<Invoice, List<CreditNote>>> creditNotesOfInvoices(List<Invoice> of) {
        return repository
                .ofInvoices(of.stream().map(Invoice::id).toList())
                .map(notes -> notes.stream().collect(groupingBy(CreditNoteController::invoiceId)))
                .map(
                        found ->
                                of.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        one ->
                                                                found.getOrDefault(
                                                                        one.id(), List.of()))));
    }

    @BatchMapping(typeName = "CreditNote", field = "invoice")
    Mono<Map<CreditNote, Invoice>> invoices(List<CreditNote> notes) {
        var ids = notes.stream().map(CreditNote::invoiceId).filter(Objects::nonNull).distinct();
        return invoices.byIds(ids.toList())
                .map(
                        found -> {
                            var answer = new HashMap<CreditNote, Invoice>();
                            for (var note : notes) {
                                var invoice = found.get(note.invoiceId());
                                if (invoice != null) {
                                    answer.put(note, invoice);
                                }
                            }
                            return answer;
                        });
    }

    @BatchMapping(typeName = "CreditNote", field = "customer")
    Mono<Map<CreditNote, Customer>> customers(List<CreditNote> notes) {
        return customers
                .byIds(notes.stream().map(CreditNote::customer).distinct().toList())
                .map(
                        found ->
                                notes.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        note ->
                                                                Objects.requireNonNull(
                                                                        found.get(
                                                                                note
                                                                                        .customer())))));
    }

    @BatchMapping(typeName = "CreditNote", field = "seller")
    Mono<Map<CreditNote, DocumentParty>> sellers(List<CreditNote> notes) {
        return organizations
                .sellers(notes.stream().map(CreditNote::sellerId).distinct().toList())
                .map(
                        found ->
                                notes.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        note ->
                                                                DocumentParty.of(
                                                                        Objects.requireNonNull(
                                                                                found.get(
                                                                                        note
                                                                                                .sellerId()))))));
    }

    @SchemaMapping
    @Nullable String pdfUrl(CreditNote note, @ContextValue Caller caller) {
        return links.url(note.kind().document(), note.id(), note.customer(), caller);
    }

    private static UUID invoiceId(CreditNote note) {
        return Objects.requireNonNull(note.invoiceId());
    }
}
