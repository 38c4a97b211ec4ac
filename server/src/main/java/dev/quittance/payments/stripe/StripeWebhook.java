package dev.quittance.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.quittance.payments.GatewayEvents;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Where Stripe tells by itself that something happened. What is signed and not old is kept and
 * answered at once, and looked into afterwards; the rest is refused.
 */
class StripeWebhook {
    static final String PATH = "/webhooks/stripe";

    private static final Logger LOG = LoggerFactory.getLogger(StripeWebhook.class);
    private static final String SIGNATURE = "Stripe-Signature";

    private final String secret;
    private final Duration age;
    private final GatewayEvents events;

    StripeWebhook(String secret, Duration age, GatewayEvents events) {
        this.secret = secret;
        this.age = age;
        this.events = events;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST(PATH, this::hear).build();
    }

    private Mono<ServerResponse> hear(ServerRequest request) {
        var signature = request.headers().firstHeader(SIGNATURE);
        return request.bodyToMono(String.class)
                .filter(body -> signature != null && isStripes(body, signature))
                .switchIfEmpty(Mono.error(() -> refusal("This is not signed by Stripe.")))
                .flatMap(this::keep)
                .then(ServerResponse.ok().build());
    }

    private Mono<Void> keep(String body) {
        return Mono.fromCallable(() -> StripeEvent.of(body))
                .onErrorMap(StripeTrouble.class, _ -> refusal("This is not an event."))
                .flatMap(Mono::justOrEmpty)
                .flatMap(
                        told ->
                                events.keep(
                                        StripeGateway.NAME,
                                        told.id(),
                                        told.about(),
                                        told.reference()));
    }

    /** By the real time of the world: whoever listened in can't repeat it for long. */
    private boolean isStripes(String body, String signature) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, age.toSeconds());
        } catch (SignatureVerificationException e) {
            LOG.warn("Refused what was not signed by Stripe, or long ago");
            return false;
        }
    }

    private static ResponseStatusException refusal(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
