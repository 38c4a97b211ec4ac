package dev.quittance.customers;

import dev.quittance.customers.CustomerController.CustomerConnection;
import dev.quittance.customers.CustomerSearch.Sought;
import dev.quittance.platform.Page;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lists customers by name, page by page. */
@Service
class CustomerListing {
    private final CustomerSearch search;
    private final CustomerRepository repository;
    private final ObjectProvider<OverdueCustomers> overdue;

    CustomerListing(
            CustomerSearch search,
            CustomerRepository repository,
            ObjectProvider<OverdueCustomers> overdue) {
        this.search = search;
        this.repository = repository;
        this.overdue = overdue;
    }

    Mono<CustomerConnection> page(CustomerFilter filter, Page page) {
        filter.check();
        return sought(filter)
                .flatMap(
                        sought ->
                                search.page(sought, page)
                                        .collectList()
                                        .flatMapMany(repository::byIds)
                                        .collectList()
                                        .map(rows -> connection(rows, sought, page)));
    }

    Mono<Long> count(Sought sought) {
        return search.count(sought);
    }

    private Mono<Sought> sought(CustomerFilter filter) {
        return Boolean.TRUE.equals(filter.overdue())
                ? overdue.stream()
                        .findFirst()
                        .orElseThrow()
                        .overdueCustomers()
                        .collectList()
                        .map(only -> new Sought(filter, only))
                : Mono.just(new Sought(filter, null));
    }

    private static CustomerConnection connection(List<Customer> rows, Sought sought, Page page) {
        var found = page.connection(rows, customer -> List.of(customer.id().toString()));
        return new CustomerConnection(found.getEdges(), found.getPageInfo(), sought);
    }
}
