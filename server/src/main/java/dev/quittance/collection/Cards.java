package dev.quittance.collection;

import dev.quittance.methods.PaymentMethod;
import dev.quittance.methods.PaymentMethods;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.ChargeSource.KeptMethod;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.platform.Caller;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Finds out what is to be charged: a kept method, or the card of a token, of which the gateway is
 * asked; so never inside a transaction.
 */
@Service
class Cards {
    private static final int LONGEST_TOKEN = 255;

    private final Gateways gateways;
    private final PaymentMethods methods;

    Cards(Gateways gateways, PaymentMethods methods) {
        this.gateways = gateways;
        this.methods = methods;
    }

    /**
     * The kept method if one is named, else the card of a token; none if neither is given.
     *
     * @param keep whether the card may be charged later on, too
     */
    Mono<Optional<Card>> of(@Nullable UUID method, @Nullable String token, boolean keep) {
        if (method != null) {
            return Caller.current()
                    .flatMap(caller -> methods.get(method, caller))
                    .map(kept -> Optional.of(kept(kept)));
        }
        if (token == null || token.isBlank()) {
            return Mono.just(Optional.empty());
        }
        return Mono.justOrEmpty(gateways.present())
                .switchIfEmpty(Mono.error(() -> refusal("can't be charged: no gateway is set up")))
                .filter(_ -> token.length() <= LONGEST_TOKEN)
                .flatMap(gateway -> card(gateway, token, keep))
                .map(Optional::of)
                .switchIfEmpty(Mono.error(() -> refusal("is not a card the gateway knows")));
    }

    static Refused refusal(String message) {
        return new Refused(InvalidInput.of("cardToken", message));
    }

    private Card kept(PaymentMethod method) {
        return new Card(
                gateways.named(method.gateway()),
                new KeptMethod(method.reference(), true),
                method.label(),
                method.customer());
    }

    private static Mono<Card> card(PaymentGateway gateway, String token, boolean keep) {
        return gateway.label(token)
                .map(label -> new Card(gateway, new EnteredCard(token, keep), label, null));
    }
}
