package dev.quittance.billing;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Page;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Parked customers in GraphQL. */
@Controller
class ParkingController {
    private final Parking parking;
    private final ParkingRepository repository;
    private final Customers customers;

    ParkingController(Parking parking, ParkingRepository repository, Customers customers) {
        this.parking = parking;
        this.repository = repository;
        this.customers = customers;
    }

    record UnparkCustomerInput(UUID customerId) {}

    /** A page of parked customers; all of them can be counted. */
    record ParkedCustomerConnection(List<Edge<ParkedCustomer>> edges, PageInfo pageInfo) {}

    @QueryMapping
    Mono<ParkedCustomerConnection> parkedCustomers(
            @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(rows -> page.connection(rows, ParkingController::key))
                .map(found -> new ParkedCustomerConnection(found.getEdges(), found.getPageInfo()));
    }

    @SchemaMapping
    Mono<Long> totalCount(ParkedCustomerConnection connection) {
        return repository.count();
    }

    @BatchMapping(typeName = "ParkedCustomer", field = "customer")
    Mono<Map<ParkedCustomer, Customer>> customersOfParked(List<ParkedCustomer> rows) {
        return customers
                .byIds(rows.stream().map(ParkedCustomer::customer).distinct().toList())
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
    Mono<Unparking> unparkCustomer(@Argument UnparkCustomerInput input) {
        return parking.unpark(input.customerId());
    }

    private static List<String> key(ParkedCustomer row) {
        return List.of(row.customerName(), row.customer().toString());
    }
}
