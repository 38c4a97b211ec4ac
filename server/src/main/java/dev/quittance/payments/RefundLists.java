package dev.quittance.payments;

import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Below.Row;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the refunds of many customers at once known as {@code customerRefunds}. */
@Configuration(proxyBeanMethods = false)
class RefundLists {
    RefundLists(RefundRepository repository, BatchLoaderRegistry registry) {
        Below.<Nothing, Refund>register(
                registry,
                "customerRefunds",
                (customers, _, page) ->
                        repository
                                .ofCustomers(customers, page)
                                .map(refund -> new Row<>(refund.customer(), refund)),
                Refunds::key);
    }
}
