package dev.quittance.billing;

import dev.quittance.billing.Unparking.CustomerNotParked;
import dev.quittance.billing.Unparking.CustomerUnparked;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts customers that can't be billed aside, so that they never stop a run, and lets them back. */
@Service
class Parking {
    private final ParkingRepository repository;
    private final Customers customers;
    private final History history;
    private final Changes changes;

    Parking(ParkingRepository repository, Customers customers, History history, Changes changes) {
        this.repository = repository;
        this.customers = customers;
        this.history = history;
        this.changes = changes;
    }

    /** Parks customers for reasons in words; how many were not parked before. */
    @Transactional
    public Mono<Integer> park(Map<UUID, String> reasons) {
        return reasons.isEmpty()
                ? Mono.just(0)
                : repository
                        .park(reasons)
                        .map(id -> entry(id, "customer parked", reasons.get(id)))
                        .collectList()
                        .flatMap(parked -> history.add(parked).thenReturn(parked.size()));
    }

    /** Takes a customer out; {@code NotFound} when there is none. */
    @Transactional
    public Mono<Unparking> unpark(UUID customer) {
        return customers
                .get(customer)
                .flatMap(
                        known ->
                                repository
                                        .unpark(customer)
                                        .flatMap(reason -> told(customer, reason))
                                        .<Unparking>map(_ -> new CustomerUnparked(known))
                                        .defaultIfEmpty(new CustomerNotParked()));
    }

    private Mono<String> told(UUID customer, String reason) {
        return history.add(List.of(entry(customer, "customer unparked", reason)))
                .then(Mono.defer(() -> changes.announce("CUSTOMER", customer, customer)))
                .thenReturn(reason);
    }

    private static HistoryEntry.New entry(UUID customer, String what, @Nullable String reason) {
        return new HistoryEntry.New("CUSTOMER", customer, customer, what, null, null, reason);
    }
}
