package dev.quittance.ledger;

import dev.quittance.customers.Customer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Balances under their customer. */
@Controller
class LedgerController {
    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @BatchMapping
    Mono<Map<Customer, List<Balance>>> balances(List<Customer> customers) {
        return ledger.balances(customers.stream().map(Customer::id).toList())
                .collect(Collectors.groupingBy(Balance::customer))
                .map(found -> perCustomer(customers, found));
    }

    private static Map<Customer, List<Balance>> perCustomer(
            List<Customer> customers, Map<UUID, List<Balance>> found) {
        return customers.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                customer -> customer,
                                customer -> found.getOrDefault(customer.id(), List.of())));
    }
}
