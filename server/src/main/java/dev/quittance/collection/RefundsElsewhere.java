package dev.quittance.collection;

import dev.quittance.payments.GatewayNews;
import dev.quittance.payments.GatewayRefund;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.payments.RefundCarrying;
import dev.quittance.payments.Refunds;
import dev.quittance.platform.Refused;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Money of our payments that was sent back past us, at the gateway itself: it becomes a refund here
 * like any other. What it had paid is credited, as refunds do by default; an invoice of which that
 * much can't be credited owes it again.
 */
@Component
class RefundsElsewhere implements GatewayNews {
    private final Gateways gateways;
    private final Refunds refunds;
    private final RefundAdopting adopting;
    private final RefundCarrying carrying;

    RefundsElsewhere(
            Gateways gateways, Refunds refunds, RefundAdopting adopting, RefundCarrying carrying) {
        this.gateways = gateways;
        this.refunds = refunds;
        this.adopting = adopting;
        this.carrying = carrying;
    }

    @Override
    public Kind about() {
        return Kind.REFUND;
    }

    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return refunds.isStrange(gateway, reference, null)
                .filter(strange -> strange)
                .flatMap(_ -> gateways.named(gateway).retrieveRefund(reference))
                .filter(found -> !(found.answer() instanceof NotRefunded))
                .filterWhen(found -> refunds.isStrange(gateway, reference, found.key()))
                .flatMap(found -> adopt(gateway, found))
                .flatMap(carrying::carry)
                .then();
    }

    private Mono<UUID> adopt(String gateway, GatewayRefund found) {
        return adopting.adopt(gateway, found, RefundCover.CREDIT_NOTE)
                .onErrorResume(
                        Refused.class, _ -> adopting.adopt(gateway, found, RefundCover.REOPEN));
    }
}
