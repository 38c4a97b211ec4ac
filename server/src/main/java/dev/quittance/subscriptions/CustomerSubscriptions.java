package dev.quittance.subscriptions;

import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A page of one customer's subscriptions, loaded together with those of the others on the screen.
 */
record CustomerSubscriptions(UUID customer, SubscriptionFilter filter, Page page) {

    private record Question(SubscriptionFilter filter, Page page) {}

    private Question question() {
        return new Question(filter, page);
    }

    /** Makes the loaders known by the names of the controller's arguments. */
    @Configuration(proxyBeanMethods = false)
    static class Loaders {
        private final SubscriptionReading reading;
        private final Subscriptions subscriptions;

        Loaders(
                SubscriptionReading reading,
                Subscriptions subscriptions,
                BatchLoaderRegistry registry) {
            this.reading = reading;
            this.subscriptions = subscriptions;
            registry.<CustomerSubscriptions, Connection<SubscriptionContract>>forName(
                            "customerSubscriptions")
                    .registerMappedBatchLoader((keys, _) -> lists(keys));
            registry.<UUID, List<SubscriptionItem>>forName("subscriptionItems")
                    .registerMappedBatchLoader((keys, _) -> items(keys));
        }

        private Mono<Map<UUID, List<SubscriptionItem>>> items(Set<UUID> ids) {
            return subscriptions
                    .items(ids)
                    .collect(Collectors.groupingBy(SubscriptionItem::subscription));
        }

        private Mono<Map<CustomerSubscriptions, Connection<SubscriptionContract>>> lists(
                Set<CustomerSubscriptions> keys) {
            var asked =
                    keys.stream().collect(Collectors.groupingBy(CustomerSubscriptions::question));
            return Flux.fromIterable(asked.entrySet())
                    .concatMap(
                            same ->
                                    answer(
                                            same.getKey(),
                                            same.getValue().stream()
                                                    .map(CustomerSubscriptions::customer)
                                                    .toList()))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        }

        private Flux<Map.Entry<CustomerSubscriptions, Connection<SubscriptionContract>>> answer(
                Question asked, List<UUID> customers) {
            return reading.ofCustomers(customers, asked.filter(), asked.page())
                    .flatMapIterable(Map::entrySet)
                    .map(
                            found ->
                                    Map.entry(
                                            new CustomerSubscriptions(
                                                    found.getKey(), asked.filter(), asked.page()),
                                            found.getValue()));
        }
    }
}
