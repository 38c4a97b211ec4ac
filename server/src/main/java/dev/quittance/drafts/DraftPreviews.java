package dev.quittance.drafts;

import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows drafts, kept or just being typed, as they would be posted today. */
@Component
class DraftPreviews {
    private final Entries entries;
    private final BusinessClock clock;

    DraftPreviews(Entries entries, BusinessClock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** What was typed; what can't be billed as things are is refused. */
    Mono<InvoicePreview> of(InvoiceEntryInput input) {
        return entries.checked(input)
                .flatMap(
                        entry ->
                                entries.draft(
                                        input.customerId(),
                                        input.currency(),
                                        entry,
                                        new InvoiceTerms(
                                                null,
                                                entry.dueDays(),
                                                null,
                                                null,
                                                null,
                                                null,
                                                null)))
                .zipWith(clock.today())
                .map(both -> InvoicePreview.of(billable(both.getT1()), both.getT2()));
    }

    Mono<Map<DraftInvoice, InvoicePreview>> of(List<DraftInvoice> drafts) {
        return Mono.zip(entries.draft(drafts), clock.today())
                .map(
                        both ->
                                each(
                                        drafts,
                                        both.getT1(),
                                        drafting ->
                                                drafting instanceof InvoiceDraft draft
                                                        ? InvoicePreview.of(draft, both.getT2())
                                                        : null));
    }

    /** Why drafts can't be posted as things are; those that can are missing. */
    Mono<Map<DraftInvoice, String>> faults(List<DraftInvoice> drafts) {
        return entries.draft(drafts)
                .map(
                        draftings ->
                                each(
                                        drafts,
                                        draftings,
                                        drafting ->
                                                drafting instanceof Unbillable(_, var message)
                                                        ? message
                                                        : null));
    }

    private static <T> Map<DraftInvoice, T> each(
            List<DraftInvoice> drafts,
            List<Drafting> draftings,
            Function<Drafting, @Nullable T> value) {
        var answer = new HashMap<DraftInvoice, T>();
        for (var i = 0; i < drafts.size(); i++) {
            var found = value.apply(draftings.get(i));
            if (found != null) {
                answer.put(drafts.get(i), found);
            }
        }
        return answer;
    }

    private static InvoiceDraft billable(Drafting drafting) {
        return switch (drafting) {
            case InvoiceDraft draft -> draft;
            case Unbillable unbillable -> throw new Refused(unbillable);
        };
    }
}
