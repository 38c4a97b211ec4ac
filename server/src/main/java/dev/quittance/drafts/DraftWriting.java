package dev.quittance.drafts;

import dev.quittance.drafts.DraftOutcome.InvoiceDraftDeleted;
import dev.quittance.drafts.DraftOutcome.InvoiceDraftPosted;
import dev.quittance.drafts.DraftOutcome.InvoiceDraftSaved;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes, changes, deletes and posts invoices by hand. */
@Service
class DraftWriting {
    private final Entries entries;
    private final DraftInvoices drafts;
    private final Invoices invoices;
    private final Idempotency idempotency;
    private final BusinessClock clock;

    DraftWriting(
            Entries entries,
            DraftInvoices drafts,
            Invoices invoices,
            Idempotency idempotency,
            BusinessClock clock) {
        this.entries = entries;
        this.drafts = drafts;
        this.invoices = invoices;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    record CreateInvoiceDraftInput(InvoiceEntryInput entry, String idempotencyKey) {}

    record UpdateInvoiceDraftInput(UUID id, long version, InvoiceEntryInput entry) {}

    record DeleteInvoiceDraftInput(UUID id, long version) {}

    /** Whether it is mailed; as it usually is when left out. */
    record PostInvoiceDraftInput(
            UUID id, long version, @Nullable Boolean mail, String idempotencyKey) {}

    /** What was made, by id. */
    record Made(UUID id) {}

    Mono<InvoiceDraftSaved> create(CreateInvoiceDraftInput input) {
        return idempotency
                .once(
                        "createInvoiceDraft",
                        input.idempotencyKey(),
                        input.entry(),
                        Made.class,
                        () -> add(input.entry()))
                .flatMap(made -> drafts.get(made.id()))
                .map(InvoiceDraftSaved::new);
    }

    Mono<InvoiceDraftSaved> update(UpdateInvoiceDraftInput input) {
        var given = input.entry();
        return checked(given)
                .flatMap(
                        entry ->
                                drafts.save(
                                        input.id(),
                                        input.version(),
                                        given.customerId(),
                                        given.currency(),
                                        entry))
                .map(InvoiceDraftSaved::new);
    }

    Mono<InvoiceDraftDeleted> delete(DeleteInvoiceDraftInput input) {
        return drafts.delete(input.id(), input.version())
                .thenReturn(new InvoiceDraftDeleted(input.id()));
    }

    Mono<InvoiceDraftPosted> post(PostInvoiceDraftInput input) {
        return idempotency
                .once(
                        "postInvoiceDraft",
                        input.idempotencyKey(),
                        input,
                        Made.class,
                        () -> postOnce(input))
                .flatMap(made -> invoices.get(made.id()))
                .map(InvoiceDraftPosted::new);
    }

    private Mono<Made> add(InvoiceEntryInput given) {
        return checked(given)
                .flatMap(entry -> drafts.add(given.customerId(), given.currency(), entry))
                .map(Made::new);
    }

    private Mono<InvoiceEntry> checked(InvoiceEntryInput given) {
        return entries.checked(given)
                .onErrorMap(
                        Refused.class,
                        refused ->
                                refused.problem() instanceof InvalidInput bad
                                        ? new Refused(bad.within("entry"))
                                        : refused);
    }

    private Mono<Made> postOnce(PostInvoiceDraftInput input) {
        return drafts.hold(input.id(), input.version())
                .delayUntil(drafts::remove)
                .map(draft -> order(draft, input.mail()))
                .zipWith(clock.today())
                .flatMap(both -> invoices.post(List.of(both.getT1()), both.getT2(), null))
                .map(posted -> new Made(posted.getFirst().id()));
    }

    private static InvoiceOrder order(DraftInvoice draft, @Nullable Boolean mail) {
        return Entries.order(
                draft.customer(), draft.currency(), draft.entry(), Entries.terms(draft, mail));
    }
}
