package dev.quittance.invoicing;

import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A page of one customer's invoices, loaded together with those of the others on the screen. */
record CustomerInvoices(UUID customer, InvoiceFilter filter, Page page, Wanted wanted) {

    private record Question(InvoiceFilter filter, Page page, Wanted wanted) {}

    private Question question() {
        return new Question(filter, page, wanted);
    }

    /** Makes the loader known by the name of the controller's argument. */
    @Configuration(proxyBeanMethods = false)
    static class Loader {
        private final InvoiceReading reading;

        Loader(InvoiceReading reading, BatchLoaderRegistry registry) {
            this.reading = reading;
            registry.<CustomerInvoices, Connection<Invoice>>forName("customerInvoices")
                    .registerMappedBatchLoader((keys, _) -> load(keys));
        }

        private Mono<Map<CustomerInvoices, Connection<Invoice>>> load(Set<CustomerInvoices> keys) {
            var asked = keys.stream().collect(Collectors.groupingBy(CustomerInvoices::question));
            return Flux.fromIterable(asked.entrySet())
                    .concatMap(
                            same ->
                                    answer(
                                            same.getKey(),
                                            same.getValue().stream()
                                                    .map(CustomerInvoices::customer)
                                                    .collect(Collectors.toSet())))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        }

        private Flux<Map.Entry<CustomerInvoices, Connection<Invoice>>> answer(
                Question asked, Set<UUID> customers) {
            return reading.ofCustomers(customers, asked.filter(), asked.page(), asked.wanted())
                    .flatMapIterable(Map::entrySet)
                    .map(
                            found ->
                                    Map.entry(
                                            new CustomerInvoices(
                                                    found.getKey(),
                                                    asked.filter(),
                                                    asked.page(),
                                                    asked.wanted()),
                                            found.getValue()));
        }
    }
}
