package dev.quittance.contracting;

import dev.quittance.platform.JsonText;
import dev.quittance.platform.QuoteTokens;
import dev.quittance.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs quotes, and holds acts to what was shown. */
@Component
class Quotes {
    private final QuoteTokens tokens;

    Quotes(QuoteTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What a quote holds for.
     *
     * @param act the mutation
     * @param wish its input without key and token
     * @param today the business day
     */
    record Occasion(String act, Object wish, LocalDate today) {}

    private record Facts(Occasion occasion, SubscriptionQuote quote) {}

    SubscriptionQuote sign(Occasion occasion, SubscriptionQuote quote) {
        return quote.with(tokens.issue(facts(occasion, quote), Instant.now()));
    }

    /** Refuses an act whose token was given for something else than {@code quote}. */
    void check(@Nullable String token, Occasion occasion, SubscriptionQuote quote) {
        if (token != null && !tokens.holds(token, facts(occasion, quote), Instant.now())) {
            throw new Refused(new QuoteStale(sign(occasion, quote)));
        }
    }

    private static String facts(Occasion occasion, SubscriptionQuote quote) {
        return JsonText.write(new Facts(occasion, quote.with("")));
    }
}
