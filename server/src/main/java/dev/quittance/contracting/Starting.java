package dev.quittance.contracting;

import dev.quittance.contracting.Quotes.Occasion;
import dev.quittance.contracting.SubscriptionQuote.Next;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.platform.Idempotency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Starts subscriptions, and says what that would bill. */
@Service
class Starting {
    private static final String ACT = "startSubscription";

    private final StartPlanning planning;
    private final PeriodInvoices periods;
    private final Quotes quotes;
    private final StartKeeping keeping;
    private final Idempotency idempotency;

    Starting(
            StartPlanning planning,
            PeriodInvoices periods,
            Quotes quotes,
            StartKeeping keeping,
            Idempotency idempotency) {
        this.planning = planning;
        this.periods = periods;
        this.quotes = quotes;
        this.keeping = keeping;
        this.idempotency = idempotency;
    }

    /** A start with the invoice of its first period and what people are shown of it. */
    record Quoted(Start start, Optional<InvoiceDraft> first, SubscriptionQuote quote) {}

    /** What came of it, by id. */
    record Begun(UUID subscription, @Nullable UUID invoice) {}

    Mono<SubscriptionQuote> preview(StartSubscriptionInput input) {
        return planning.plan(input)
                .flatMap(this::quoted)
                .map(quoted -> quotes.sign(occasion(input, quoted), quoted.quote()));
    }

    /** Starts at once with its first invoice, or agrees a start ahead. */
    Mono<SubscriptionStarted> start(StartSubscriptionInput input) {
        return idempotency
                .once(ACT, input.idempotencyKey(), input.wish(), Begun.class, () -> act(input))
                .flatMap(keeping::found);
    }

    private Mono<Begun> act(StartSubscriptionInput input) {
        return planning.locked(input)
                .flatMap(this::quoted)
                .doOnNext(
                        quoted ->
                                quotes.check(
                                        input.quoteToken(),
                                        occasion(input, quoted),
                                        quoted.quote()))
                .flatMap(keeping::keep);
    }

    private Mono<Quoted> quoted(Start start) {
        var second = start.second();
        return Mono.zip(
                periods.together(start.first(), start.issueOn()),
                second == null
                        ? Mono.just(Next.NONE)
                        : periods.next(second, start.secondOn(second), start.issueOn()),
                (first, next) ->
                        new Quoted(
                                start,
                                first,
                                SubscriptionQuote.billing(
                                        first.orElse(null),
                                        start.currency(),
                                        start.subscription().startedOn(),
                                        next)));
    }

    private static Occasion occasion(StartSubscriptionInput input, Quoted quoted) {
        return new Occasion(ACT, input.wish(), quoted.start().today());
    }
}
