package dev.quittance.contracting;

import dev.quittance.platform.News;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Charges the first period after a trial once more, so that the payer can confirm it. */
@Component
class AskedAgain {
    private final TrialMethods methods;
    private final TrialCharges charges;
    private final News news;

    AskedAgain(TrialMethods methods, TrialCharges charges, News news) {
        this.methods = methods;
        this.charges = charges;
        this.news = news;
    }

    /** Whether that was begun; not where it is not charged by itself any more. */
    Mono<Boolean> ask(SubscriptionContract found) {
        return methods.of(found)
                .flatMap(
                        method ->
                                charges.begin(found, method, true)
                                        .flatMap(payment -> tell(found, payment))
                                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> tell(SubscriptionContract found, UUID payment) {
        return news.tell(
                List.of(),
                List.of(new TrialConfirmationNeeded(found.id(), payment, found.customer())),
                List.of());
    }
}
