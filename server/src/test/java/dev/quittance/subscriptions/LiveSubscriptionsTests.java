package dev.quittance.subscriptions;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LiveSubscriptionsTests extends IntegrationTest {

    @Test
    void aContactHearsOfOwnSubscriptionsOnly() {
        var shop = new Shop(asOwner());
        var plan = shop.monthly("USD", "10.00");
        var ada = shop.customer();
        var bob = shop.customer();

        StepVerifier.create(
                        live(contact(ada))
                                .document("subscription { contractChanged { kind } }")
                                .executeSubscription()
                                .toFlux()
                                .map(
                                        change ->
                                                change.path("contractChanged.kind")
                                                        .entity(String.class)
                                                        .get())
                                .next())
                .then(
                        () -> {
                            Mono.delay(Duration.ofMillis(500)).block();
                            shop.started(bob, plan);
                        })
                .expectNoEvent(Duration.ofMillis(500))
                .then(() -> shop.started(ada, plan))
                .expectNext("SUBSCRIPTION")
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
