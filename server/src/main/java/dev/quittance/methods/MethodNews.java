package dev.quittance.methods;

import dev.quittance.platform.Change;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what happens to payment methods, and tells it to whoever is looking. */
@Component
class MethodNews {
    private static final String CUSTOMER = "CUSTOMER";
    private static final String SUBSCRIPTION = "SUBSCRIPTION";

    private final News news;

    MethodNews(News news) {
        this.news = news;
    }

    /** These subscriptions are paid with another method from now on. */
    Mono<Void> chosen(PaymentMethod method, Collection<UUID> subscriptions) {
        return subscriptions.isEmpty()
                ? Mono.empty()
                : news.tell(
                        List.of(),
                        List.of(new MethodChosen(method.id(), method.customer())),
                        List.of());
    }

    /** Something happened to a customer's method, and with it to what it pays. */
    Mono<Void> tell(PaymentMethod method, String what, Collection<UUID> subscriptions) {
        var customer = method.customer();
        var entry =
                new HistoryEntry.New(
                        CUSTOMER,
                        customer,
                        customer,
                        what,
                        null,
                        Map.of("method", method.label()),
                        null);
        var changes = new ArrayList<Change>();
        changes.add(new Change(CUSTOMER, customer, customer));
        subscriptions.forEach(id -> changes.add(new Change(SUBSCRIPTION, id, customer)));
        return news.tell(List.of(entry), List.of(), changes);
    }

    /** Something happened to how subscriptions of one customer are paid. */
    Mono<Void> tell(
            UUID customer,
            Collection<UUID> subscriptions,
            String what,
            Map<String, ?> before,
            Map<String, ?> after) {
        return news.tell(
                subscriptions.stream()
                        .map(
                                id ->
                                        new HistoryEntry.New(
                                                SUBSCRIPTION,
                                                id,
                                                customer,
                                                what,
                                                before,
                                                after,
                                                null))
                        .toList(),
                List.of(),
                subscriptions.stream().map(id -> new Change(SUBSCRIPTION, id, customer)).toList());
    }

    Mono<Void> tell(
            SubscriptionContract of, String what, Map<String, ?> before, Map<String, ?> after) {
        return tell(of.customer(), List.of(of.id()), what, before, after);
    }
}
