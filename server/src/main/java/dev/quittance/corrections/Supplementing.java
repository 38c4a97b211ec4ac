package dev.quittance.corrections;

import static java.util.Objects.requireNonNull;

import dev.quittance.corrections.AddChargeInput.Adjustment;
import dev.quittance.drafts.Entries;
import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceChains;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A charge on a posted bill: an invoice of one line that belongs to the first bill of its chain.
 */
@Component
class Supplementing {
    private final Entries entries;
    private final InvoiceChains chains;
    private final Invoices invoices;
    private final BusinessClock clock;

    Supplementing(Entries entries, InvoiceChains chains, Invoices invoices, BusinessClock clock) {
        this.entries = entries;
        this.chains = chains;
        this.invoices = invoices;
        this.clock = clock;
    }

    Mono<InvoiceDraft> draft(Invoice bill, Adjustment wanted, @Nullable UUID taxCategory) {
        return draft(bill, wanted, taxCategory, null);
    }

    /** Call with the bill held. */
    Mono<UUID> post(
            Invoice bill, Adjustment wanted, @Nullable UUID taxCategory, @Nullable Boolean mail) {
        return draft(bill, wanted, taxCategory, mail)
                .zipWith(clock.today())
                .flatMap(both -> invoices.postDrafts(List.of(both.getT1()), both.getT2(), null))
                .map(posted -> posted.getFirst().id());
    }

    private Mono<InvoiceDraft> draft(
            Invoice bill, Adjustment wanted, @Nullable UUID taxCategory, @Nullable Boolean mail) {
        return chains.of(List.of(bill.id()))
                .map(found -> requireNonNull(found.get(bill.id())).bill().id())
                .zipWith(entries.checked(wanted.entry(bill, taxCategory)))
                .flatMap(
                        both ->
                                entries.draft(
                                        bill.customer(),
                                        bill.currency(),
                                        both.getT2(),
                                        InvoiceTerms.supplementing(both.getT1(), mail)))
                .map(Supplementing::billable)
                // Of the one line only its category is not checked yet.
                .onErrorMap(
                        Refused.class,
                        refused ->
                                refused.problem() instanceof InvalidInput bad
                                        ? new Refused(
                                                InvalidInput.of("taxCategoryId", bad.message()))
                                        : refused);
    }

    static InvoiceDraft billable(Drafting drafting) {
        return switch (drafting) {
            case InvoiceDraft draft -> draft;
            case Unbillable unbillable -> throw new Refused(unbillable);
        };
    }
}
