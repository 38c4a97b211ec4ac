package dev.quittance.collection;

import dev.quittance.payments.FreeCredit;
import dev.quittance.platform.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What charging an invoice by itself takes: all that is due on it, account credit first. */
@Component
class DueChargeTerms {
    private final BilledInvoiceRepository invoices;
    private final FreeCredit credit;
    private final BusinessClock clock;

    DueChargeTerms(BilledInvoiceRepository invoices, FreeCredit credit, BusinessClock clock) {
        this.invoices = invoices;
        this.credit = credit;
        this.clock = clock;
    }

    /** The customer is locked. */
    Mono<PaymentTerms> of(DueCharge due) {
        return invoices.byIds(List.of(due.invoice()))
                .single()
                .map(
                        invoice ->
                                new Billed(
                                        invoice.customer(),
                                        invoice.due().getCurrencyUnit(),
                                        List.of(invoice)))
                .flatMap(
                        billed ->
                                Mono.zip(
                                                credit.of(billed.customer(), billed.currency()),
                                                clock.today())
                                        .map(
                                                now ->
                                                        PaymentTerms.of(
                                                                billed,
                                                                billed.invoices().getFirst().due(),
                                                                now.getT1(),
                                                                now.getT2())));
    }
}
