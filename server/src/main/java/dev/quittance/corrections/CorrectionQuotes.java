package dev.quittance.corrections;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Problem;
import dev.quittance.platform.QuoteTokens;
import dev.quittance.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs what corrections will do, and holds them to what was shown. */
@Component
class CorrectionQuotes {
    private final QuoteTokens tokens;
    private final BusinessClock clock;

    CorrectionQuotes(QuoteTokens tokens, BusinessClock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a correction will do, as it is shown. */
    interface Quote<Q extends Quote<Q>> {
        /** The same with this token. */
        Q with(String token);

        /** The refusal of an act that was given another quote. */
        Problem stale();
    }

    /**
     * What a quote holds for.
     *
     * @param act the mutation
     * @param wish what was entered for the preview
     */
    record Occasion(String act, Object wish) {}

    private record Facts(Occasion occasion, Object quote, LocalDate today) {}

    <Q extends Quote<Q>> Mono<Q> signed(Occasion occasion, Q quote) {
        return clock.today()
                .map(today -> facts(occasion, quote, today))
                .map(facts -> quote.with(tokens.issue(facts, Instant.now())));
    }

    /**
     * Refuses an act whose token was given for something else than {@code present}.
     *
     * @param token null when nothing was looked at before
     */
    <Q extends Quote<Q>> Mono<Void> hold(
            @Nullable String token, Occasion occasion, Mono<Q> present) {
        if (token == null) {
            return Mono.empty();
        }
        return present.zipWith(clock.today())
                .filter(
                        now ->
                                !tokens.holds(
                                        token,
                                        facts(occasion, now.getT1(), now.getT2()),
                                        Instant.now()))
                .flatMap(now -> signed(occasion, now.getT1()))
                .flatMap(fresh -> Mono.error(new Refused(fresh.stale())));
    }

    private static <Q extends Quote<Q>> String facts(Occasion occasion, Q quote, LocalDate today) {
        return JsonText.write(new Facts(occasion, quote.with(""), today));
    }
}
