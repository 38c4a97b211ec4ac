package dev.quittance.payouts;

import dev.quittance.payments.GatewayNews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A payout was sent: all that are new are recorded. */
@Component
class GatewayPayoutNews implements GatewayNews {
    private final Payouts payouts;

    GatewayPayoutNews(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public Kind about() {
        return Kind.PAYOUT;
    }

    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return payouts.fetch().then();
    }
}
