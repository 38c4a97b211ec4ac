package dev.quittance.drafts;

import dev.quittance.customers.Customers;
import dev.quittance.drafts.DraftOutcome.DraftChanged;
import dev.quittance.drafts.DraftOutcome.DraftWasPosted;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.Caller;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Refused;
import graphql.relay.Connection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps drafts. Whoever saves one says which version was seen, so that nobody's work is lost. */
@Component
class DraftInvoices {
    private static final String KIND = "INVOICE";

    private final DraftRepository repository;
    private final Customers customers;
    private final Invoices invoices;
    private final History history;

    DraftInvoices(
            DraftRepository repository, Customers customers, Invoices invoices, History history) {
        this.repository = repository;
        this.customers = customers;
        this.invoices = invoices;
        this.history = history;
    }

    /** The caller's, or not found; a posted one is refused with {@link DraftWasPosted}. */
    Mono<DraftInvoice> get(UUID id) {
        return own(repository.find(id)).switchIfEmpty(Mono.defer(() -> posted(id)));
    }

    Mono<Connection<DraftInvoice>> list(@Nullable UUID customer, Page page) {
        return repository
                .page(customer, page)
                .collectList()
                .map(drafts -> page.connection(drafts, draft -> List.of(draft.id().toString())));
    }

    /** Keeps a new one; call it in a transaction. */
    Mono<UUID> add(UUID customer, CurrencyUnit currency, InvoiceEntry entry) {
        var id = Ids.next();
        return repository
                .insert(id, customer, currency, entry)
                .then(noted(id, customer, "draft written", null, entry))
                .thenReturn(id);
    }

    @Transactional
    Mono<DraftInvoice> save(
            UUID id, long version, UUID customer, CurrencyUnit currency, InvoiceEntry entry) {
        return hold(id, version)
                .filter(held -> held.customer().equals(customer))
                .switchIfEmpty(Mono.error(() -> new NotFound("draft of this customer")))
                .flatMap(
                        held ->
                                repository
                                        .save(id, currency, entry)
                                        .then(
                                                noted(
                                                        id,
                                                        customer,
                                                        "draft changed",
                                                        held.entry(),
                                                        entry)))
                .then(repository.find(id));
    }

    @Transactional
    Mono<Void> delete(UUID id, long version) {
        return hold(id, version).flatMap(this::drop);
    }

    /** The draft with its customer held until the transaction ends; only the version seen. */
    Mono<DraftInvoice> hold(UUID id, long version) {
        return get(id).flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> repository.findForUpdate(id)))
                .switchIfEmpty(Mono.defer(() -> posted(id)))
                .doOnNext(
                        held -> {
                            if (held.version() != version) {
                                throw new Refused(new DraftChanged(held));
                            }
                        });
    }

    /** Takes away what has become an invoice. */
    Mono<Void> remove(DraftInvoice draft) {
        return repository.delete(draft.id());
    }

    private Mono<Void> drop(DraftInvoice draft) {
        return repository
                .delete(draft.id())
                .then(noted(draft.id(), draft.customer(), "draft deleted", draft.entry(), null));
    }

    private Mono<DraftInvoice> posted(UUID id) {
        return Caller.current()
                .flatMap(caller -> invoices.get(id).filter(found -> caller.owns(found.customer())))
                .onErrorResume(NotFound.class, _ -> Mono.empty())
                .switchIfEmpty(Mono.error(() -> new NotFound("draft")))
                .flatMap(invoice -> Mono.error(new Refused(new DraftWasPosted(invoice))));
    }

    private Mono<DraftInvoice> own(Mono<DraftInvoice> found) {
        return Caller.current()
                .flatMap(caller -> found.filter(draft -> caller.owns(draft.customer())));
    }

    private Mono<Void> noted(
            UUID id,
            UUID customer,
            String what,
            @Nullable InvoiceEntry before,
            @Nullable InvoiceEntry after) {
        return history.add(
                List.of(new HistoryEntry.New(KIND, id, customer, what, before, after, null)));
    }
}
