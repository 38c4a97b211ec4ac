package dev.quittance.contracting;

import dev.quittance.contracting.Quotes.Occasion;
import dev.quittance.platform.Idempotency;
import dev.quittance.subscriptions.CancelTime;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Cancels subscriptions, and says what that would credit. */
@Service
class Cancelling {
    private static final String ACT = "cancelSubscription";

    private final CancelPlanning planning;
    private final CancelQuotes amounts;
    private final Quotes quotes;
    private final CancelKeeping keeping;
    private final Idempotency idempotency;

    Cancelling(
            CancelPlanning planning,
            CancelQuotes amounts,
            Quotes quotes,
            CancelKeeping keeping,
            Idempotency idempotency) {
        this.planning = planning;
        this.amounts = amounts;
        this.quotes = quotes;
        this.keeping = keeping;
        this.idempotency = idempotency;
    }

    /**
     * What came of it, by id.
     *
     * @param endsOn null when it ended at once
     * @param refund what of the credit goes back; null in what was kept before there was any
     */
    record Stopped(
            UUID subscription, @Nullable LocalDate endsOn, Money credit, @Nullable Money refund) {}

    /** What a quote depends on. */
    private record Wish(UUID id, CancelTime when, @Nullable LocalDate on) {}

    Mono<SubscriptionQuote> preview(CancelSubscriptionInput input) {
        return planning.plan(input)
                .flatMap(
                        cancel ->
                                amounts.of(cancel)
                                        .map(quote -> quotes.sign(occasion(input, cancel), quote)));
    }

    Mono<CancelOutcome> cancel(CancelSubscriptionInput input) {
        return idempotency
                .once(ACT, input.idempotencyKey(), input.wish(), Stopped.class, () -> act(input))
                .flatMap(keeping::found);
    }

    private Mono<Stopped> act(CancelSubscriptionInput input) {
        return planning.locked(input)
                .flatMap(cancel -> checked(cancel, input))
                .flatMap(keeping::keep);
    }

    private Mono<Cancel> checked(Cancel cancel, CancelSubscriptionInput input) {
        var token = input.quoteToken();
        if (token == null) {
            return Mono.just(cancel);
        }
        var shown = cancel.at(Quotes.moment(token));
        return amounts.of(shown)
                .filter(quote -> quotes.holds(token, occasion(input, shown), quote))
                .map(_ -> shown)
                .switchIfEmpty(
                        amounts.of(cancel)
                                .flatMap(
                                        fresh ->
                                                Mono.error(
                                                        () ->
                                                                quotes.stale(
                                                                        occasion(input, cancel),
                                                                        fresh))));
    }

    private static Occasion occasion(CancelSubscriptionInput input, Cancel cancel) {
        // The reason moves no amount.
        return new Occasion(
                ACT,
                new Wish(input.id(), input.when(), input.on()),
                cancel.days().today(),
                cancel.days().at());
    }
}
