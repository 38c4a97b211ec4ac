package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class CustomerLiveTests extends CustomerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aChangeOfTheCustomerIsToldAndThatOfAnotherIsNot() {
        var watched = customer("Watched");
        var other = customer("Unwatched");

        StepVerifier.create(changesOf(watched))
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> update(other, Map.of("phone", "555 0100")))
                .then(() -> update(watched, Map.of("phone", "555 0100")))
                .assertNext(id -> assertThat(id).isEqualTo(watched))
                .thenCancel()
                .verify(PATIENCE);
    }

    /** Ids of single changes; those of many at once, as after a broken connection, are left out. */
    private Flux<UUID> changesOf(UUID customer) {
        return live(staff(Permission.CUSTOMER_READ))
                .document("subscription($id: ID!) { customerChanged(id: $id) { kind id } }")
                .variable("id", customer)
                .executeSubscription()
                .toFlux()
                .flatMap(
                        change -> {
                            var id =
                                    change.path("customerChanged")
                                            .entity(Map.class)
                                            .get()
                                            .get("id");
                            return id == null
                                    ? Flux.empty()
                                    : Flux.just(UUID.fromString(id.toString()));
                        });
    }
}
