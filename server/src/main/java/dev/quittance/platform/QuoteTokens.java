package dev.quittance.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Tokens that prove what was shown: a signature over every amount, with the time until which it
 * holds. Nothing is stored.
 */
@Component
public class QuoteTokens {
    public static final Duration VALID = Duration.ofMinutes(15);

    private static final String PURPOSE = "quote";

    private final Hmac hmac;

    QuoteTokens(Hmac hmac) {
        this.hmac = hmac;
    }

    /** A token for what {@code facts} say, the act among them. */
    public String issue(String facts, Instant now) {
        var until = now.plus(VALID).getEpochSecond();
        return until
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac.sign(PURPOSE, content(until, facts)));
    }

    /** Whether {@code token} was issued for just these facts and still holds. */
    public boolean holds(String token, String facts, Instant now) {
        var dot = token.indexOf('.');
        try {
            var until = Long.parseLong(token.substring(0, Math.max(dot, 0)));
            var signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return now.getEpochSecond() < until
                    && hmac.verify(PURPOSE, content(until, facts), signature);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static byte[] content(long until, String facts) {
        return (until + "|" + facts).getBytes(StandardCharsets.UTF_8);
    }
}
