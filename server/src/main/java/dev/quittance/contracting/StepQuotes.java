package dev.quittance.contracting;

import dev.quittance.contracting.BusinessDays.Today;
import dev.quittance.contracting.SubscriptionQuote.Next;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.subscriptions.DueTerm;
import dev.quittance.subscriptions.DueTerms;
import dev.quittance.subscriptions.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a step credits and bills, and what is billed after it. */
@Component
class StepQuotes {
    private final CreditNotes creditNotes;
    private final PeriodInvoices periods;

    StepQuotes(CreditNotes creditNotes, PeriodInvoices periods) {
        this.creditNotes = creditNotes;
        this.periods = periods;
    }

    /** A step with its documents, and what people are shown of it. */
    record Quoted(
            Step step,
            Today days,
            List<CreditDraft> credits,
            Optional<InvoiceDraft> invoice,
            SubscriptionQuote quote) {

        CurrencyUnit currency() {
            return CurrencyUnit.of(step.before().currency());
        }
    }

    Mono<Quoted> of(Step decided, Today days) {
        return credits(decided)
                .flatMap(
                        credits -> {
                            var step = settled(decided, credits);
                            return Mono.zip(
                                    periods.together(step.billed(), days.issueOn()),
                                    next(step, days.issueOn()),
                                    (invoice, next) -> quoted(step, days, credits, invoice, next));
                        });
    }

    /** The step as it will be kept: what gives nothing back leaves paid what is paid for. */
    Mono<Step> settled(Step decided) {
        return credits(decided).map(credits -> settled(decided, credits));
    }

    private static Step settled(Step decided, List<CreditDraft> credits) {
        return decided.unused() != null && credits.isEmpty() ? decided.uncredited() : decided;
    }

    private static Quoted quoted(
            Step step,
            Today days,
            List<CreditDraft> credits,
            Optional<InvoiceDraft> invoice,
            Next next) {
        var currency = CurrencyUnit.of(step.before().currency());
        return new Quoted(
                step,
                days,
                credits,
                invoice,
                SubscriptionQuote.of(credits, invoice.orElse(null), currency, step.on(), next)
                        .discarding(step.discarded()));
    }

    private Mono<List<CreditDraft>> credits(Step step) {
        var unused = step.unused();
        return unused == null
                ? Mono.just(List.of())
                : creditNotes.draftUnused(step.before().id(), unused);
    }

    /** The first invoice after what is billed at once. */
    private Mono<Next> next(Step step, LocalDate issueOn) {
        var last = step.due().isEmpty() ? null : step.due().getLast();
        var on = last == null ? step.then().nextBillOn() : last.nextBillOn();
        if (on == null) {
            return Mono.just(Next.NONE);
        }
        var changes = step.then().changesOn();
        // What it will have become by then is priced when it does.
        var other = changes != null && !changes.isAfter(on);
        var term = term(step, last);
        // A first part that is free is followed by what is not.
        if (term.silent() && term.fault() == null && term.nextBillOn() != null) {
            var after = DueTerms.term(step.basis(), term.nextTerm(), DueTerms.billed(step.due()));
            return periods.next(other ? null : after, term.nextBillOn(), issueOn);
        }
        return periods.next(other ? null : term, on, issueOn);
    }

    private static DueTerm term(Step step, @Nullable DueTerm last) {
        return last == null
                ? DueTerms.term(step.basis(), step.then().nextTerm(), false)
                : DueTerms.term(step.basis(), last.nextTerm(), DueTerms.billed(step.due()));
    }
}
