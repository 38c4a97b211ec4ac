package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Row;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import graphql.schema.DataFetchingEnvironment;
import java.util.UUID;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A page of a customer's invoices, loaded together with those of the others on the screen. */
@Component
class CustomerInvoices {
    private static final String LOADER = "customerInvoices";

    private final InvoiceReading reading;

    private record Asked(InvoiceFilter filter, Wanted wanted) {}

    CustomerInvoices(InvoiceReading reading, BatchLoaderRegistry registry) {
        this.reading = reading;
        Below.<Asked, Invoice>register(
                registry,
                LOADER,
                (customers, asked, page) ->
                        reading.ofCustomers(customers, asked.filter(), page, asked.wanted())
                                .map(invoice -> new Row<>(invoice.customer(), invoice)),
                InvoiceReading::key);
    }

    /** Where only one customer is read there is nobody to wait for. */
    Mono<Connection<Invoice>> of(
            UUID customer, InvoiceFilter filter, Page page, DataFetchingEnvironment environment) {
        var wanted = Wanted.inConnection(environment);
        if (!Below.aList(environment)) {
            return reading.list(filter.of(customer), page, wanted);
        }
        DataLoader<Below<Asked>, Connection<Invoice>> loader =
                requireNonNull(environment.getDataLoader(LOADER), LOADER);
        return Mono.fromFuture(loader.load(new Below<>(customer, new Asked(filter, wanted), page)));
    }
}
