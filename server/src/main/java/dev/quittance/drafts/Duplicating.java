package dev.quittance.drafts;

import dev.quittance.drafts.DraftOutcome.InvoiceDraftSaved;
import dev.quittance.drafts.DraftWriting.Made;
import dev.quittance.invoicing.BilledCharges;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Days;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes a draft with the lines of an invoice. */
@Service
class Duplicating {
    private final Invoices invoices;
    private final BilledCharges charges;
    private final DraftInvoices drafts;
    private final Idempotency idempotency;

    Duplicating(
            Invoices invoices,
            BilledCharges charges,
            DraftInvoices drafts,
            Idempotency idempotency) {
        this.invoices = invoices;
        this.charges = charges;
        this.drafts = drafts;
        this.idempotency = idempotency;
    }

    record DuplicateInvoiceInput(UUID invoiceId, String idempotencyKey) {}

    Mono<InvoiceDraftSaved> duplicate(DuplicateInvoiceInput input) {
        return idempotency
                .once(
                        "duplicateInvoice",
                        input.idempotencyKey(),
                        input,
                        Made.class,
                        () -> add(input.invoiceId()))
                .flatMap(made -> drafts.get(made.id()))
                .map(InvoiceDraftSaved::new);
    }

    private Mono<Made> add(UUID id) {
        return Caller.current()
                .flatMap(
                        caller ->
                                invoices.get(id)
                                        .filter(found -> caller.owns(found.customer()))
                                        .filter(Invoice::posted))
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")))
                .zipWith(charges.of(id))
                .flatMap(
                        both ->
                                drafts.add(
                                        both.getT1().customer(),
                                        both.getT1().currency(),
                                        entry(both.getT1(), both.getT2())))
                .map(Made::new);
    }

    static InvoiceEntry entry(Invoice invoice, List<ItemCharge> billed) {
        var inclusive = !billed.isEmpty() && billed.stream().allMatch(ItemCharge::taxInclusive);
        return new InvoiceEntry(
                inclusive,
                billed.stream().map(Duplicating::line).toList(),
                null,
                null,
                null,
                invoice.note() == null ? "" : invoice.note(),
                invoice.purchaseOrder() == null ? "" : invoice.purchaseOrder());
    }

    /** A line whose price does not come to its amount, by days or discounts, is one unit of it. */
    private static EnteredLine line(ItemCharge charge) {
        var amount = charge.amount();
        var same =
                Amounts.round(
                                charge.quantity().multiply(charge.unitPrice()),
                                amount.getCurrencyUnit())
                        .isEqual(amount);
        Days days = charge.period();
        return new EnteredLine(
                charge.description(),
                same ? charge.quantity() : BigDecimal.ONE,
                same ? charge.unitPrice() : amount.getAmount(),
                charge.taxCategory(),
                days == null ? null : days.from(),
                days == null ? null : days.last(),
                null,
                null);
    }
}
