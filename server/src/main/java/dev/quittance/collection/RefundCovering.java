package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.RefundingPayments.RefundPlan;
import dev.quittance.collection.Reversals.ReopenedInvoice;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns what a payment has paid on invoices into credit, so that it can go back. */
@Service
class RefundCovering {
    private final TakingBack taking;
    private final RefundCredits credits;
    private final Invoices invoices;

    RefundCovering(TakingBack taking, RefundCredits credits, Invoices invoices) {
        this.taking = taking;
        this.credits = credits;
        this.invoices = invoices;
    }

    /** A credit note that a refund issues first. */
    record PlannedCreditNote(Invoice invoice, Money net, Money tax, Money total) {}

    Mono<RefundPlan> plan(RefundTerms terms, Money refundable, RefundCover cover) {
        var parts = terms.takenBack();
        return invoices.byIds(parts.keySet())
                .flatMap(
                        found ->
                                switch (cover) {
                                    case CREDIT_NOTE ->
                                            credited(parts, found)
                                                    .map(
                                                            notes ->
                                                                    plan(
                                                                            terms,
                                                                            refundable,
                                                                            notes,
                                                                            List.of()));
                                    case REOPEN ->
                                            Mono.just(
                                                    plan(
                                                            terms,
                                                            refundable,
                                                            List.of(),
                                                            reopened(parts, found)));
                                });
    }

    /** The customer is locked. */
    Mono<Void> cover(RefundTerms terms, RefundCover cover, String reason) {
        if (terms.fromInvoices().isZero()) {
            return Mono.empty();
        }
        return switch (cover) {
            case REOPEN -> taking.latest(terms.paid(), terms.fromInvoices());
            case CREDIT_NOTE ->
                    invoices.byIds(terms.takenBack().keySet())
                            .flatMapMany(
                                    found ->
                                            Flux.fromIterable(terms.takenBack().entrySet())
                                                    .concatMap(
                                                            part ->
                                                                    credits.issue(
                                                                            invoice(
                                                                                    found,
                                                                                    part.getKey()),
                                                                            part.getValue(),
                                                                            reason)))
                            .then();
        };
    }

    private Mono<List<PlannedCreditNote>> credited(
            Map<UUID, Money> parts, Map<UUID, Invoice> found) {
        return Flux.fromIterable(parts.entrySet())
                .concatMap(
                        part -> {
                            var invoice = invoice(found, part.getKey());
                            return credits.draft(invoice, part.getValue())
                                    .map(
                                            draft ->
                                                    new PlannedCreditNote(
                                                            invoice,
                                                            draft.net(),
                                                            draft.tax(),
                                                            draft.total()));
                        })
                .collectList();
    }

    private static RefundPlan plan(
            RefundTerms terms,
            Money refundable,
            List<PlannedCreditNote> notes,
            List<ReopenedInvoice> reopened) {
        return new RefundPlan(
                terms.payment(), refundable, terms.amount(), terms.fromCredit(), notes, reopened);
    }

    private static List<ReopenedInvoice> reopened(
            Map<UUID, Money> parts, Map<UUID, Invoice> found) {
        return parts.entrySet().stream()
                .map(part -> new ReopenedInvoice(invoice(found, part.getKey()), part.getValue()))
                .toList();
    }

    private static Invoice invoice(Map<UUID, Invoice> found, UUID id) {
        return requireNonNull(found.get(id));
    }
}
