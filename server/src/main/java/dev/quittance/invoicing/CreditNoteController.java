package dev.quittance.invoicing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private final DocumentLinks links;

    CreditNoteController(CreditNoteRepository repository, Invoices invoices, DocumentLinks links) {
        this.repository = repository;
        this.invoices = invoices;
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

    @SchemaMapping(typeName = "Customer", field = "creditNotes")
    Mono<Connection<CreditNote>> creditNotes(
            Customer customer, @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .ofCustomer(customer.id(), page)
                .map(
                        notes ->
                                page.connection(
                                        notes,
                                        note ->
                                                List.of(
                                                        note.issuedOn().toString(),
                                                        note.id().toString())));
    }

    @BatchMapping(typeName = "Invoice", field = "creditNotes")
    Mono<Map<Invoice, List<CreditNote>>> creditNotesOfInvoices(List<Invoice> of) {
        return repository
                .ofInvoices(of.stream().map(Invoice::id).toList())
                .map(notes -> notes.stream().collect(groupingBy(CreditNote::invoiceId)))
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
        return invoices.byIds(notes.stream().map(CreditNote::invoiceId).distinct().toList())
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
                                                                                        .invoiceId())))));
    }

    @SchemaMapping
    @Nullable String pdfUrl(CreditNote note, @ContextValue Caller caller) {
        return links.url(DocumentKind.CREDIT_NOTE, note.id(), note.customer(), caller);
    }
}
