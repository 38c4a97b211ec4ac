package dev.quittance.drafts;

import dev.quittance.customers.Customers;
import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import dev.quittance.organization.TaxCategory;
import dev.quittance.organization.TaxRates;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says what entered lines come to, by the code that posts them. */
@Service
public class Entries {
    private final Customers customers;
    private final TaxRates taxes;
    private final Invoices invoices;
    private final BusinessClock clock;

    Entries(Customers customers, TaxRates taxes, Invoices invoices, BusinessClock clock) {
        this.customers = customers;
        this.taxes = taxes;
        this.invoices = invoices;
        this.clock = clock;
    }

    /** The entry; what can't be accepted is refused with {@code InvalidInput}. */
    public Mono<InvoiceEntry> checked(InvoiceEntryInput input) {
        return Caller.current()
                .flatMap(
                        caller ->
                                customers
                                        .get(input.customerId())
                                        .filter(found -> caller.owns(found.id())))
                .switchIfEmpty(Mono.error(() -> new NotFound("customer")))
                .then(taxes.categories())
                .map(
                        found ->
                                found.stream()
                                        .map(TaxCategory::id)
                                        .collect(Collectors.toUnmodifiableSet()))
                .map(categories -> EntryCheck.of(input, categories));
    }

    /** What an entry makes of an invoice; {@code terms} say what is special about it. */
    public static InvoiceOrder order(
            UUID customer, CurrencyUnit currency, InvoiceEntry entry, InvoiceTerms terms) {
        return new InvoiceOrder(
                customer, null, currency.getCode(), EnteredCharges.of(currency, entry), terms);
    }

    /** What comes of posting an entry today. Stores nothing. */
    public Mono<Drafting> draft(
            UUID customer, CurrencyUnit currency, InvoiceEntry entry, InvoiceTerms terms) {
        return clock.today()
                .flatMap(
                        today ->
                                invoices.draft(
                                        List.of(order(customer, currency, entry, terms)), today))
                .map(List::getFirst);
    }

    /** What comes of posting each of these drafts today, in their order. */
    Mono<List<Drafting>> draft(List<DraftInvoice> drafts) {
        var orders = drafts.stream().map(Entries::order).toList();
        return clock.today().flatMap(today -> invoices.draft(orders, today));
    }

    static InvoiceOrder order(DraftInvoice draft) {
        return order(draft.customer(), draft.currency(), draft.entry(), terms(draft, null));
    }

    static InvoiceTerms terms(DraftInvoice draft, @Nullable Boolean mail) {
        var entry = draft.entry();
        return new InvoiceTerms(
                draft.id(), entry.dueDays(), entry.note(), entry.purchaseOrder(), mail, null, null);
    }
}
