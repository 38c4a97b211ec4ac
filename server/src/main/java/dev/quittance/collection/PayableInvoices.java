package dev.quittance.collection;

import dev.quittance.customers.Customers;
import dev.quittance.payments.PaymentInProgress;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Refused;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads the invoices that are to be paid, as far as the caller may pay them. */
@Service
class PayableInvoices {
    private final BilledInvoiceRepository repository;
    private final Customers customers;
    private final Payments payments;
    private final Switches switches;

    PayableInvoices(
            BilledInvoiceRepository repository,
            Customers customers,
            Payments payments,
            Switches switches) {
        this.repository = repository;
        this.customers = customers;
        this.payments = payments;
        this.switches = switches;
    }

    /** The invoices as they stand. */
    Mono<Billed> read(List<UUID> ids) {
        return Mono.fromSupplier(() -> Billed.checked(ids)).flatMap(this::billed);
    }

    /** The invoices, held so that nothing else is done to them until the transaction ends. */
    Mono<Billed> hold(List<UUID> ids) {
        return read(ids)
                .flatMap(seen -> customers.lock(seen.customer()).thenReturn(seen.ids()))
                .flatMap(this::billed)
                .flatMap(held -> refuseUnfinished(held).thenReturn(held));
    }

    private Mono<Billed> billed(List<UUID> ids) {
        return Mono.zip(repository.byIds(ids).collectList(), Caller.current())
                .map(found -> Billed.of(ids, found.getT1(), found.getT2()))
                .delayUntil(
                        found -> switches.require(PortalSwitch.INVOICES, found.customer(), null));
    }

    private Mono<Void> refuseUnfinished(Billed billed) {
        return payments.unfinishedOf(billed.ids())
                .flatMap(payment -> Mono.error(new Refused(new PaymentInProgress(payment))));
    }
}
