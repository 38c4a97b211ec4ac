package dev.quittance.customers;

import static java.util.stream.Collectors.toMap;

import dev.quittance.platform.ParkedDelivery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tells whose event a parked delivery holds back. */
@Controller
class CustomersOfDeliveries {
    private final Customers customers;

    CustomersOfDeliveries(Customers customers) {
        this.customers = customers;
    }

    @BatchMapping(typeName = "ParkedDelivery", field = "customer")
    Mono<Map<ParkedDelivery, Customer>> customerOfParkedDelivery(List<ParkedDelivery> rows) {
        var ids = rows.stream().map(ParkedDelivery::customer).filter(Objects::nonNull).distinct();
        return customers.byIds(ids.toList()).map(found -> byRow(rows, found));
    }

    private static Map<ParkedDelivery, Customer> byRow(
            List<ParkedDelivery> rows, Map<UUID, Customer> found) {
        return rows.stream()
                .distinct()
                .filter(row -> row.customer() != null && found.containsKey(row.customer()))
                .collect(
                        toMap(
                                Function.identity(),
                                row -> Objects.requireNonNull(found.get(row.customer()))));
    }
}
