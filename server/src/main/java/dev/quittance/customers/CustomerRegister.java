package dev.quittance.customers;

import dev.quittance.identity.KnownCustomers;
import dev.quittance.platform.ZoneSource;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers what lower packages may ask about customers without knowing them. */
@Component
@Order(1)
class CustomerRegister implements KnownCustomers, ZoneSource {
    private final CustomerRepository repository;

    CustomerRegister(CustomerRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<Boolean> knows(UUID customer) {
        return repository.exists(customer);
    }

    @Override
    public Flux<ZoneId> zones() {
        return repository.zones();
    }
}
