package dev.quittance.collection;

import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds out what a card token stands for. It asks the gateway, so never inside a transaction. */
@Service
class Cards {
    private static final int LONGEST_TOKEN = 255;

    private final Gateways gateways;

    Cards(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The card of a token; none if none is given. */
    Mono<Optional<Card>> of(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return Mono.just(Optional.empty());
        }
        return Mono.justOrEmpty(gateways.present())
                .switchIfEmpty(Mono.error(() -> refusal("can't be charged: no gateway is set up")))
                .filter(_ -> token.length() <= LONGEST_TOKEN)
                .flatMap(gateway -> card(gateway, token))
                .map(Optional::of)
                .switchIfEmpty(Mono.error(() -> refusal("is not a card the gateway knows")));
    }

    static Refused refusal(String message) {
        return new Refused(InvalidInput.of("cardToken", message));
    }

    private static Mono<Card> card(PaymentGateway gateway, String token) {
        return gateway.label(token).map(label -> new Card(gateway, token, label));
    }
}
