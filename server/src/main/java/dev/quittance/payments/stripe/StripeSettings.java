package dev.quittance.payments.stripe;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Stripe.
 *
 * @param enabled whether cards are charged through Stripe; by default where the secret key is set,
 *     and in a live installation
 * @param secretKey with which Stripe is asked, {@code sk_…} or {@code rk_…}
 * @param publishableKey with which the browser shows Stripe's fields, {@code pk_…}
 * @param webhookSecret with which Stripe signs what it tells by itself, {@code whsec_…}
 * @param apiUrl where Stripe is asked
 * @param connectWithin how long a connection may take
 * @param answerWithin how long an answer may let wait; what takes longer has an unknown outcome
 * @param atOnce how many requests may be under way; more wait
 * @param waiting how many requests may wait; more are refused at once and made again later
 * @param webhookAge how old what is signed may be
 */
@ConfigurationProperties("quittance.stripe")
record StripeSettings(
        @Nullable Boolean enabled,
        @Nullable String secretKey,
        @Nullable String publishableKey,
        @Nullable String webhookSecret,
        @DefaultValue("https://api.stripe.com") URI apiUrl,
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue("32") int atOnce,
        @DefaultValue("1000") int waiting,
        @DefaultValue("5m") Duration webhookAge) {

    /** Settings hold secrets: they never stand anywhere as text. */
    @Override
    public String toString() {
        return "StripeSettings at " + apiUrl;
    }
}
