package dev.quittance.corrections;

import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.PaymentInProgress;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the invoice that is to be put right, as far as the caller may see it. */
@Component
class HeldInvoices {
    private final Invoices invoices;
    private final Customers customers;
    private final Payments payments;

    HeldInvoices(Invoices invoices, Customers customers, Payments payments) {
        this.invoices = invoices;
        this.customers = customers;
        this.payments = payments;
    }

    /** An invoice that stands, or a refusal. */
    Mono<Invoice> read(UUID id) {
        return own(id).map(Standing::check);
    }

    /** The same, with its customer held until the transaction ends. */
    Mono<Invoice> hold(UUID id) {
        return own(id).flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> read(id)));
    }

    /** The same, refused while a payment of it is under way. */
    Mono<Invoice> holdSettled(UUID id) {
        return hold(id).flatMap(
                        held ->
                                payments.unfinishedOf(List.of(id))
                                        .flatMap(
                                                payment ->
                                                        Mono.<Void>error(
                                                                new Refused(
                                                                        new PaymentInProgress(
                                                                                payment))))
                                        .thenReturn(held));
    }

    /** Any posted invoice of the caller's customers. */
    Mono<Invoice> own(UUID id) {
        return Caller.current()
                .flatMap(
                        caller ->
                                invoices.get(id)
                                        .filter(found -> caller.owns(found.customer()))
                                        .filter(Invoice::posted))
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")));
    }
}
