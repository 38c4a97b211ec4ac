package dev.quittance.payments;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How charges take their time.
 *
 * @param answerWithin how long whoever pays is let wait for the gateway's answer
 * @param atOnce for how many charges and refunds that nobody waits for a gateway is asked at once;
 *     more would only come up against its own limit, and take from those who wait
 * @param gateway the one new charges go to; by default Stripe where it is set up
 * @param recoverEvery how often charges are looked for that nobody has in hand
 */
@ConfigurationProperties("quittance.payments")
record PaymentSettings(
        @Nullable String gateway,
        @DefaultValue("20s") Duration answerWithin,
        @DefaultValue("8") int atOnce,
        @DefaultValue("2s") Duration recoverEvery) {

    PaymentSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "quittance.payments.at-once must be at least 1, but is " + atOnce);
        }
    }

    /** How many of those are in hand: while some are asked for, others are begun or kept. */
    int inHand() {
        return 2 * atOnce;
    }

    /** How many of those are begun or kept at once. */
    int writtenAtOnce() {
        return Math.ceilDiv(atOnce, 8);
    }
}
