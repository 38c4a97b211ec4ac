package dev.quittance.payments;

import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Row;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the payments of many customers at once known as {@code customerPayments}. */
@Configuration(proxyBeanMethods = false)
class PaymentLists {
    PaymentLists(PaymentListRepository repository, BatchLoaderRegistry registry) {
        Below.<PaymentFilter, Payment>register(
                registry,
                "customerPayments",
                (customers, filter, page) ->
                        repository
                                .ofCustomers(customers, filter, page)
                                .map(payment -> new Row<>(payment.customer(), payment)),
                Payments::key);
    }
}
