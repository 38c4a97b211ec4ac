package dev.quittance.contracting;

import dev.quittance.platform.JsonText;
import dev.quittance.platform.QuoteTokens;
import dev.quittance.platform.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs quotes, and holds acts to what was shown. */
@Component
class Quotes {
    private static final String SEPARATOR = ":";

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
     * @param at the instant from which the act holds, which the token carries; null where it does
     *     not matter
     */
    record Occasion(String act, Object wish, LocalDate today, @Nullable Instant at) {

        /** Of what is the same at any instant of the day. */
        Occasion(String act, Object wish, LocalDate today) {
            this(act, wish, today, null);
        }
    }

    private record Facts(Occasion occasion, SubscriptionQuote quote) {}

    SubscriptionQuote sign(Occasion occasion, SubscriptionQuote quote) {
        var token = tokens.issue(facts(occasion, quote), Instant.now());
        var at = occasion.at();
        return quote.with(at == null ? token : at.getEpochSecond() + SEPARATOR + token);
    }

    /**
     * The instant that a token says it was given for; null when it says none. Nothing is proved by
     * it before {@link #holds}.
     */
    static @Nullable Instant moment(@Nullable String token) {
        var end = token == null ? -1 : token.indexOf(SEPARATOR);
        try {
            return token == null || end < 0
                    ? null
                    : Instant.ofEpochSecond(Long.parseLong(token.substring(0, end)));
        } catch (DateTimeException | NumberFormatException notOurs) {
            return null;
        }
    }

    /** Whether {@code token} was given for just this. */
    boolean holds(String token, Occasion occasion, SubscriptionQuote quote) {
        var signed = token.substring(token.indexOf(SEPARATOR) + 1);
        return tokens.holds(signed, facts(occasion, quote), Instant.now());
    }

    /** What an act is refused with whose token does not hold. */
    Refused stale(Occasion occasion, SubscriptionQuote fresh) {
        return new Refused(new QuoteStale(sign(occasion, fresh)));
    }

    /** Refuses an act whose token was given for something else than {@code quote}. */
    void check(@Nullable String token, Occasion occasion, SubscriptionQuote quote) {
        if (token != null && !holds(token, occasion, quote)) {
            throw stale(occasion, quote);
        }
    }

    private static String facts(Occasion occasion, SubscriptionQuote quote) {
        return JsonText.write(new Facts(occasion, quote.with("")));
    }
}
