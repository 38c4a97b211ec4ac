package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.DueCharges;
import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Payment;
import dev.quittance.platform.Amounts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what came of acts that were charged first, with the invoices that their money pays. */
@Component
class PaidActRecords {
    private final DraftChargeRepository repository;
    private final Invoices invoices;
    private final DueCharges charges;

    PaidActRecords(DraftChargeRepository repository, Invoices invoices, DueCharges charges) {
        this.repository = repository;
        this.invoices = invoices;
        this.charges = charges;
    }

    /** The invoice, before the money is allocated to it. */
    Mono<List<UUID>> keep(DraftCharge charge, Payment payment, Kept kept) {
        var invoice = requireNonNull(kept.invoice());
        return repository
                .posted(charge.id(), invoice, Amounts.minor(kept.credit()))
                .then(settled(invoice, payment))
                .thenReturn(List.of(invoice));
    }

    /** Where the money alone is not enough, what is left is charged like any other rest. */
    private Mono<Void> settled(UUID invoice, Payment payment) {
        return Mono.defer(() -> invoices.get(invoice))
                .filter(posted -> !posted.amountDue().isGreaterThan(payment.amount()))
                .flatMap(_ -> charges.paid(invoice, payment.id()));
    }
}
