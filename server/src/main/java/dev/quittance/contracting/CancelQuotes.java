package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.collection.CreditRefund;
import dev.quittance.collection.CreditRefund.Left;
import dev.quittance.collection.CreditRefunds;
import dev.quittance.contracting.SubscriptionQuote.Next;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.subscriptions.DueTerms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a cancellation credits, and what is still billed after it. */
@Component
class CancelQuotes {
    private final CancelPlanning planning;
    private final CreditNotes creditNotes;
    private final PeriodInvoices periods;
    private final Invoices invoices;
    private final CreditRefunds refunds;

    CancelQuotes(
            CancelPlanning planning,
            CreditNotes creditNotes,
            PeriodInvoices periods,
            Invoices invoices,
            CreditRefunds refunds) {
        this.planning = planning;
        this.creditNotes = creditNotes;
        this.periods = periods;
        this.invoices = invoices;
        this.refunds = refunds;
    }

    Mono<SubscriptionQuote> of(Cancel cancel) {
        return Mono.zip(credits(cancel), next(cancel))
                .flatMap(
                        found ->
                                refund(cancel, found.getT1())
                                        .map(
                                                back ->
                                                        SubscriptionQuote.crediting(
                                                                        found.getT1(),
                                                                        cancel.currency(),
                                                                        cancel.on(),
                                                                        found.getT2())
                                                                .refunding(back)));
    }

    private Mono<List<CreditDraft>> credits(Cancel cancel) {
        return cancel.credits()
                ? creditNotes.draftUnused(cancel.before().id(), cancel.given())
                : Mono.just(List.of());
    }

    /** What of the credits goes back to what had paid, once their invoices owe nothing more. */
    private Mono<Money> refund(Cancel cancel, List<CreditDraft> credits) {
        var none = Money.zero(cancel.currency());
        return cancel.refunds() && !credits.isEmpty()
                ? invoices.byIds(
                                credits.stream()
                                        .map(draft -> requireNonNull(draft.invoice()))
                                        .toList())
                        .map(found -> credits.stream().map(draft -> left(draft, found)).toList())
                        .flatMap(
                                rests ->
                                        refunds.foresee(
                                                cancel.before().customer(),
                                                cancel.currency(),
                                                rests))
                        .map(
                                back ->
                                        back.stream()
                                                .map(CreditRefund::amount)
                                                .reduce(none, Money::plus))
                : Mono.just(none);
    }

    private static Left left(CreditDraft draft, Map<UUID, Invoice> found) {
        var invoice = requireNonNull(draft.invoice());
        var left = draft.total().minus(requireNonNull(found.get(invoice)).amountDue());
        return new Left(invoice, left.isNegative() ? Money.zero(draft.currency()) : left);
    }

    /** Days that are used and not billed yet bring one more invoice. */
    private Mono<Next> next(Cancel cancel) {
        var on = cancel.after().nextBillOn();
        return on == null
                ? Mono.just(Next.NONE)
                : planning.basis(cancel)
                        .map(basis -> DueTerms.term(basis, cancel.after().nextTerm(), false))
                        .flatMap(term -> periods.next(term, on, cancel.days().issueOn()));
    }
}
