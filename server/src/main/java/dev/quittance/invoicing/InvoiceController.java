package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customer;
import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads invoices in GraphQL. */
@Controller
class InvoiceController {
    private final InvoiceReading reading;
    private final CustomerInvoices ofCustomers;
    private final DocumentLinks links;
    private final Changes changes;

    InvoiceController(
            InvoiceReading reading,
            CustomerInvoices ofCustomers,
            DocumentLinks links,
            Changes changes) {
        this.reading = reading;
        this.ofCustomers = ofCustomers;
        this.links = links;
        this.changes = changes;
    }

    @QueryMapping
    Mono<Connection<Invoice>> invoices(
            @Argument @Nullable InvoiceFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue Caller caller,
            DataFetchingEnvironment environment) {
        return reading.list(
                InvoiceFilter.orAll(filter).seenBy(caller),
                Page.of(first, after),
                Wanted.inConnection(environment));
    }

    @QueryMapping
    Mono<Invoice> invoice(@Argument UUID id, @ContextValue Caller caller) {
        return reading.get(id)
                .filter(found -> caller.owns(found.customer()))
                .filter(found -> found.posted() || caller.customer() == null)
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")));
    }

    @SchemaMapping(typeName = "Customer", field = "invoices")
    Mono<Connection<Invoice>> invoicesOfCustomer(
            Customer customer,
            @Argument @Nullable InvoiceFilter filter,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return ofCustomers.of(
                customer.id(), InvoiceFilter.orAll(filter), Page.of(first, after), environment);
    }

    @BatchMapping(typeName = "Customer", field = "outstanding")
    Mono<Map<Customer, List<Outstanding>>> outstanding(List<Customer> customers) {
        return reading.outstanding(customers.stream().map(Customer::id).toList())
                .map(
                        found ->
                                customers.stream()
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        one ->
                                                                found.getOrDefault(
                                                                        one.id(), List.of()))));
    }

    /** Loaded for whoever asks for it. */
    @SchemaMapping
    DocumentParty seller(Invoice invoice) {
        return requireNonNull(invoice.seller(), "seller");
    }

    /** Loaded for whoever asks for it. */
    @SchemaMapping
    DocumentParty buyer(Invoice invoice) {
        return requireNonNull(invoice.buyer(), "buyer");
    }

    @SchemaMapping
    @Nullable String pdfUrl(Invoice invoice, @ContextValue Caller caller) {
        return invoice.posted() && !invoice.takenOver()
                ? links.url(DocumentKind.INVOICE, invoice.id(), invoice.customer(), caller)
                : null;
    }

    @SubscriptionMapping
    Flux<Change> invoiceChanged(@ContextValue Caller caller) {
        return changes.stream("INVOICE", caller);
    }
}
