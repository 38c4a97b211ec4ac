package dev.quittance.customers;

import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what happened to customers in their history, and tells it live. */
@Component
class CustomerNews {
    private static final String KIND = "CUSTOMER";

    private final History history;
    private final Changes changes;

    CustomerNews(History history, Changes changes) {
        this.history = history;
        this.changes = changes;
    }

    Mono<Void> created(List<AddedCustomer> added) {
        return history.add(added.stream().map(CustomerNews::created).toList())
                .then(
                        added.size() == 1
                                ? announce(added.getFirst().customer())
                                : changes.announceAll(KIND));
    }

    Mono<Void> changed(Customer before, Customer after) {
        return history.add(note(after, "customer changed", before)).then(announce(after));
    }

    Mono<Void> contact(String what, @Nullable Contact before, Contact after) {
        var customer = after.customer();
        return history.add(
                        new HistoryEntry.New(KIND, customer, customer, what, before, after, null))
                .then(changes.announce(KIND, customer, customer));
    }

    private Mono<Void> announce(Customer customer) {
        return changes.announce(KIND, customer.id(), customer.id());
    }

    private static HistoryEntry.New created(AddedCustomer added) {
        return note(added.customer(), "customer created", null);
    }

    private static HistoryEntry.New note(
            Customer customer, String what, @Nullable Customer before) {
        return new HistoryEntry.New(
                KIND, customer.id(), customer.id(), what, before, customer, null);
    }
}
