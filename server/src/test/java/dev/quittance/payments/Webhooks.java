package dev.quittance.payments;

import dev.quittance.payments.stripe.FakeEvent;
import dev.quittance.payments.stripe.FakeStripe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Stripe, as it tells an installation by itself. */
record Webhooks(WebTestClient http) {

    void deliver(FakeEvent event) {
        post(event.body()).isOk();
    }

    StatusAssertions post(String body) {
        return post(body, FakeEvent.signature(body, FakeStripe.WEBHOOK_SECRET, Instant.now()));
    }

    StatusAssertions post(String body, @Nullable String signature) {
        var request = http.post().uri("/webhooks/stripe").contentType(MediaType.APPLICATION_JSON);
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        return request.bodyValue(body).exchange().expectStatus();
    }
}
