package dev.quittance.contracting;

import dev.quittance.contracting.SubscriptionQuote.Next;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.subscriptions.DueTerms;
import dev.quittance.subscriptions.Unused;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a cancellation credits, and what is still billed after it. */
@Component
class CancelQuotes {
    private final CancelPlanning planning;
    private final CreditNotes creditNotes;
    private final PeriodInvoices periods;

    CancelQuotes(CancelPlanning planning, CreditNotes creditNotes, PeriodInvoices periods) {
        this.planning = planning;
        this.creditNotes = creditNotes;
        this.periods = periods;
    }

    Mono<SubscriptionQuote> of(Cancel cancel) {
        return Mono.zip(
                credits(cancel),
                next(cancel),
                (credits, next) ->
                        SubscriptionQuote.crediting(credits, cancel.currency(), cancel.on(), next));
    }

    private Mono<List<CreditDraft>> credits(Cancel cancel) {
        return cancel.credits()
                ? creditNotes.draftUnused(cancel.before().id(), Unused.ofAll(cancel.on()))
                : Mono.just(List.of());
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
