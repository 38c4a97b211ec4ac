package dev.quittance.identity;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells whether there is such a customer; offered by whoever keeps the customers. */
public interface KnownCustomers {

    Mono<Boolean> knows(UUID customer);
}
