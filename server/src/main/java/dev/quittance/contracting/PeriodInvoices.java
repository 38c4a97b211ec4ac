package dev.quittance.contracting;

import dev.quittance.contracting.SubscriptionQuote.Next;
import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.DueTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Drafts what periods of a subscription would be billed. */
@Component
class PeriodInvoices {
    private final Invoices invoices;

    PeriodInvoices(Invoices invoices) {
        this.invoices = invoices;
    }

    /** One invoice of all that {@code terms} bill, or a refusal that tells why it can't be made. */
    Mono<Optional<InvoiceDraft>> together(List<DueTerm> terms, LocalDate issueOn) {
        for (var term : terms) {
            if (term.fault() != null) {
                return Mono.error(new Refused(InvalidInput.of("customerId", term.fault())));
            }
        }
        var charges = terms.stream().flatMap(term -> term.charges().stream()).toList();
        if (charges.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        var first = terms.getFirst();
        var order =
                new InvoiceOrder(first.customer(), first.billingGroup(), first.currency(), charges);
        return invoices.draft(List.of(order), issueOn)
                .map(drafted -> Optional.of(billable(drafted.getFirst())));
    }

    /** The day and the total of the invoice of {@code term}, at today's rates. */
    Mono<Next> next(@Nullable DueTerm term, @Nullable LocalDate on, LocalDate issueOn) {
        return draft(term, issueOn)
                .map(
                        drafting ->
                                drafting instanceof InvoiceDraft draft
                                        ? new Next(on, draft.total())
                                        : new Next(on, null))
                .defaultIfEmpty(new Next(on, null));
    }

    private Mono<Drafting> draft(@Nullable DueTerm term, LocalDate issueOn) {
        if (term == null || term.silent()) {
            return Mono.empty();
        }
        var order =
                new InvoiceOrder(
                        term.customer(), term.billingGroup(), term.currency(), term.charges());
        return invoices.draft(List.of(order), issueOn).map(List::getFirst);
    }

    private static InvoiceDraft billable(Drafting drafting) {
        return switch (drafting) {
            case InvoiceDraft draft -> draft;
            case Unbillable unbillable ->
                    throw new Refused(InvalidInput.of("customerId", unbillable.message()));
        };
    }
}
