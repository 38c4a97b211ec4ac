package dev.quittance.corrections;

import dev.quittance.corrections.AddChargeInput.Adjustment;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Adds charges to posted bills that no person asks for. */
@Service
public class Supplements {
    private final HeldInvoices held;
    private final Supplementing supplementing;

    Supplements(HeldInvoices held, Supplementing supplementing) {
        this.held = held;
        this.supplementing = supplementing;
    }

    /**
     * Posts an invoice of one line that belongs to a bill and is not taxed; its id. Refused where
     * the bill does not stand any more, or its customer can't be billed.
     *
     * @param amount above zero, in the currency of the bill
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<UUID> charge(UUID bill, String description, Money amount) {
        return held.hold(bill)
                .flatMap(
                        found ->
                                supplementing.post(
                                        found, new Adjustment(description, amount), null, null));
    }
}
