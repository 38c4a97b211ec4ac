package dev.quittance.collection;

import dev.quittance.invoicing.InvoiceSettled;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends dunning where the invoices that failed are settled, however that came. */
@Component
class DunningEnds implements Listener<InvoiceSettled> {
    private final Dunning dunning;

    DunningEnds(Dunning dunning) {
        this.dunning = dunning;
    }

    @Override
    public Class<InvoiceSettled> event() {
        return InvoiceSettled.class;
    }

    @Override
    public Mono<Void> on(InvoiceSettled event) {
        return dunning.settled(event.invoice());
    }
}
