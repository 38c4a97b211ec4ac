package dev.quittance.corrections;

import dev.quittance.corrections.CorrectionQuotes.Occasion;
import dev.quittance.customers.Customers;
import dev.quittance.drafts.Entries;
import dev.quittance.drafts.InvoiceEntryInput;
import dev.quittance.drafts.InvoiceEntryInput.EnteredLineInput;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Drafting.Unbillable;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Credits a customer without an invoice: the credit note becomes account credit. */
@Service
class FreeCredits {
    private final Entries entries;
    private final Customers customers;
    private final CreditNotes creditNotes;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final CorrectionQuotes quotes;

    FreeCredits(
            Entries entries,
            Customers customers,
            CreditNotes creditNotes,
            Idempotency idempotency,
            BusinessClock clock,
            CorrectionQuotes quotes) {
        this.entries = entries;
        this.customers = customers;
        this.creditNotes = creditNotes;
        this.idempotency = idempotency;
        this.clock = clock;
        this.quotes = quotes;
    }

    record PreviewCreditCustomerInput(
            UUID customerId,
            CurrencyUnit currency,
            boolean taxInclusive,
            List<EnteredLineInput> lines) {

        InvoiceEntryInput entry() {
            return new InvoiceEntryInput(
                    customerId, currency, taxInclusive, lines, null, null, null, null, null);
        }
    }

    /** What is to be given; the reason is printed, and it is mailed when nothing else is said. */
    record CreditCustomerInput(
            UUID customerId,
            CurrencyUnit currency,
            boolean taxInclusive,
            List<EnteredLineInput> lines,
            String reason,
            @Nullable Boolean mail,
            @Nullable String quoteToken,
            String idempotencyKey) {

        PreviewCreditCustomerInput wanted() {
            return new PreviewCreditCustomerInput(customerId, currency, taxInclusive, lines);
        }
    }

    /** What came of it, by id. */
    record Given(UUID creditNote) {}

    /** The credit note, all of which is account credit. */
    record CustomerCredited(CreditNote creditNote) {}

    Mono<CreditPreview> preview(PreviewCreditCustomerInput input) {
        return draft(input)
                .map(FreeCredits::shown)
                .flatMap(shown -> quotes.signed(occasion(input), shown));
    }

    Mono<CustomerCredited> credit(CreditCustomerInput input) {
        return idempotency
                .once(
                        "creditCustomer",
                        input.idempotencyKey(),
                        input,
                        Given.class,
                        () -> act(input))
                .flatMap(given -> creditNotes.get(given.creditNote()))
                .map(CustomerCredited::new);
    }

    private Mono<Given> act(CreditCustomerInput input) {
        var reason = CreditInvoiceInput.reason(input.reason());
        return draft(input.wanted())
                .delayUntil(_ -> customers.lock(input.customerId()))
                .delayUntil(
                        draft ->
                                quotes.hold(
                                        input.quoteToken(),
                                        occasion(input.wanted()),
                                        Mono.just(shown(draft))))
                .zipWith(clock.today())
                .flatMap(both -> creditNotes.post(both.getT1(), both.getT2(), reason, input.mail()))
                .map(note -> new Given(note.id()));
    }

    private static Occasion occasion(PreviewCreditCustomerInput wanted) {
        return new Occasion("creditCustomer", wanted);
    }

    /** All of it becomes account credit. */
    private static CreditPreview shown(CreditDraft draft) {
        return CreditPreview.of(draft, Money.zero(draft.currency()));
    }

    private Mono<CreditDraft> draft(PreviewCreditCustomerInput input) {
        return entries.checked(input.entry())
                .flatMap(
                        entry ->
                                entries.draft(
                                        input.customerId(),
                                        input.currency(),
                                        entry,
                                        InvoiceTerms.NONE))
                .map(FreeCredits::something);
    }

    private static CreditDraft something(Drafting drafting) {
        return switch (drafting) {
            case InvoiceDraft draft when draft.total().isPositive() -> CreditNotes.draftFree(draft);
            case InvoiceDraft _ ->
                    throw new Refused(InvalidInput.of("lines", "must come to more than nothing"));
            case Unbillable unbillable -> throw new Refused(unbillable);
        };
    }
}
