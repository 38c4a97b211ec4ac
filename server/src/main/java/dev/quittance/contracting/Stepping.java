package dev.quittance.contracting;

import dev.quittance.contracting.Quotes.Occasion;
import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.contracting.StepPlanning.Ground;
import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.platform.Idempotency;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.Step;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes steps in the lives of subscriptions, and says what they would bill and credit. */
@Service
class Stepping {
    private final StepPlanning planning;
    private final StepQuotes amounts;
    private final StepKeeping keeping;
    private final ActCharges charges;
    private final Quotes quotes;
    private final Idempotency idempotency;

    Stepping(
            StepPlanning planning,
            StepQuotes amounts,
            StepKeeping keeping,
            ActCharges charges,
            Quotes quotes,
            Idempotency idempotency) {
        this.planning = planning;
        this.amounts = amounts;
        this.keeping = keeping;
        this.charges = charges;
        this.quotes = quotes;
        this.idempotency = idempotency;
    }

    /**
     * A step that somebody asks for.
     *
     * @param act the mutation
     * @param wish its input without key and token
     * @param quoteToken from a preview
     * @param charged as what it is charged first where a contact asks for it; null where it never
     *     is
     * @param rule decides, or refuses
     */
    record Ask(
            String act,
            UUID subscription,
            Object wish,
            @Nullable String quoteToken,
            String idempotencyKey,
            DraftCharge.@Nullable Act charged,
            Function<Life, Mono<Step>> rule) {}

    Mono<SubscriptionQuote> preview(Ask ask) {
        return planning.ground(ask.subscription())
                .flatMap(ground -> quoted(ask, ground))
                .map(quoted -> quotes.sign(occasion(ask, quoted), quoted.quote()));
    }

    Mono<Kept> take(Ask ask) {
        return idempotency.once(
                ask.act(),
                ask.idempotencyKey(),
                ask.wish(),
                Kept.class,
                () ->
                        planning.locked(ask.subscription())
                                .flatMap(ground -> asShown(ask, ground))
                                .flatMap(quoted -> keep(ask, quoted)));
    }

    /** With a token it holds from the instant of the preview on, or is refused with a fresh one. */
    private Mono<Quoted> asShown(Ask ask, Ground ground) {
        var token = ask.quoteToken();
        return token == null
                ? quoted(ask, ground)
                : quoted(ask, ground.at(Quotes.moment(token)))
                        .filter(then -> quotes.holds(token, occasion(ask, then), then.quote()))
                        .switchIfEmpty(quoted(ask, ground).flatMap(fresh -> stale(ask, fresh)));
    }

    private Mono<Quoted> stale(Ask ask, Quoted fresh) {
        return Mono.error(() -> quotes.stale(occasion(ask, fresh), fresh.quote()));
    }

    /** What a contact pays by card is charged first, and kept only then. */
    private Mono<Kept> keep(Ask ask, Quoted quoted) {
        return charges.begin(ask, quoted)
                .map(payment -> Kept.charging(quoted, payment))
                .switchIfEmpty(Mono.defer(() -> keeping.keep(quoted)));
    }

    private Mono<Quoted> quoted(Ask ask, Ground ground) {
        return Mono.defer(() -> ask.rule().apply(ground.life()))
                .flatMap(step -> amounts.of(step, ground.days()));
    }

    private static Occasion occasion(Ask ask, Quoted quoted) {
        return new Occasion(ask.act(), ask.wish(), quoted.days().today(), quoted.days().at());
    }
}
