package dev.quittance.drafts;

import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.drafts.DraftOutcome.InvoiceDraftDeleted;
import dev.quittance.drafts.DraftOutcome.InvoiceDraftPosted;
import dev.quittance.drafts.DraftOutcome.InvoiceDraftSaved;
import dev.quittance.drafts.DraftWriting.CreateInvoiceDraftInput;
import dev.quittance.drafts.DraftWriting.DeleteInvoiceDraftInput;
import dev.quittance.drafts.DraftWriting.PostInvoiceDraftInput;
import dev.quittance.drafts.DraftWriting.UpdateInvoiceDraftInput;
import dev.quittance.drafts.Duplicating.DuplicateInvoiceInput;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Invoices by hand, in GraphQL. */
@Controller
class DraftController {
    private final DraftInvoices drafts;
    private final DraftWriting writing;
    private final Duplicating duplicating;
    private final DraftPreviews previews;
    private final Customers customers;

    DraftController(
            DraftInvoices drafts,
            DraftWriting writing,
            Duplicating duplicating,
            DraftPreviews previews,
            Customers customers) {
        this.drafts = drafts;
        this.writing = writing;
        this.duplicating = duplicating;
        this.previews = previews;
        this.customers = customers;
    }

    @QueryMapping
    Mono<InvoicePreview> previewInvoice(@Argument InvoiceEntryInput entry) {
        return previews.of(entry);
    }

    @QueryMapping
    Mono<DraftInvoice> invoiceDraft(@Argument UUID id) {
        return drafts.get(id);
    }

    @QueryMapping
    Mono<Connection<DraftInvoice>> invoiceDrafts(
            @Argument @Nullable UUID customerId,
            @Argument int first,
            @Argument @Nullable String after) {
        return drafts.list(customerId, Page.of(first, after));
    }

    @MutationMapping
    Mono<InvoiceDraftSaved> createInvoiceDraft(@Argument CreateInvoiceDraftInput input) {
        return writing.create(input);
    }

    @MutationMapping
    Mono<InvoiceDraftSaved> updateInvoiceDraft(@Argument UpdateInvoiceDraftInput input) {
        return writing.update(input);
    }

    @MutationMapping
    Mono<InvoiceDraftDeleted> deleteInvoiceDraft(@Argument DeleteInvoiceDraftInput input) {
        return writing.delete(input);
    }

    @MutationMapping
    Mono<InvoiceDraftPosted> postInvoiceDraft(@Argument PostInvoiceDraftInput input) {
        return writing.post(input);
    }

    @MutationMapping
    Mono<InvoiceDraftSaved> duplicateInvoice(@Argument DuplicateInvoiceInput input) {
        return duplicating.duplicate(input);
    }

    @BatchMapping(typeName = "DraftInvoice")
    Mono<Map<DraftInvoice, Customer>> customer(List<DraftInvoice> of) {
        return customers
                .byIds(of.stream().map(DraftInvoice::customer).distinct().toList())
                .map(
                        found ->
                                of.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        draft ->
                                                                Objects.requireNonNull(
                                                                        found.get(
                                                                                draft
                                                                                        .customer())))));
    }

    @BatchMapping(typeName = "DraftInvoice")
    Mono<Map<DraftInvoice, InvoicePreview>> preview(List<DraftInvoice> of) {
        return previews.of(of);
    }

    @BatchMapping(typeName = "DraftInvoice")
    Mono<Map<DraftInvoice, String>> fault(List<DraftInvoice> of) {
        return previews.faults(of);
    }
}
