package dev.quittance.payments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The card processors that are set up. */
@Component
public class Gateways {
    private final List<PaymentGateway> gateways;

    private final @Nullable String preferred;

    Gateways(ObjectProvider<PaymentGateway> gateways, PaymentSettings settings) {
        this.gateways = gateways.orderedStream().toList();
        this.preferred = settings.gateway();
    }

    /** The one new charges go to; empty where cards can't be charged. */
    public Optional<PaymentGateway> present() {
        return gateways.stream()
                .filter(gateway -> preferred == null || gateway.name().equals(preferred))
                .findFirst();
    }

    /** The ways to pay online. */
    public List<PaymentOption> options() {
        return present().map(PaymentGateway::option).stream().toList();
    }

    /** All of them. */
    public Flux<PaymentGateway> all() {
        return Flux.fromIterable(gateways);
    }

    /** The one of this name. */
    public PaymentGateway named(String name) {
        return gateways.stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no gateway " + name));
    }
}
