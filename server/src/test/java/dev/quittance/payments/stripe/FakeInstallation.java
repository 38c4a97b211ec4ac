package dev.quittance.payments.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** The gateway to the fake Stripe without an application around it. */
final class FakeInstallation implements AutoCloseable {
    private static final String BACK = "http://localhost/cards/confirmed";

    private final StripeCalls calls;
    private final StripeGateway gateway;

    FakeInstallation(FakeStripe stripe) {
        this(settings(stripe.uri(), Duration.ofSeconds(10), 8, 100));
    }

    FakeInstallation(StripeSettings settings) {
        calls = new StripeCalls(settings);
        var customers = new StripeCustomers(calls, new Remembering());
        gateway =
                new StripeGateway(
                        "pk_test_fake",
                        calls,
                        new StripeCharging(calls, customers, BACK),
                        new StripeSetups(calls, customers, BACK));
    }

    static StripeSettings settings(URI url, Duration answerWithin, int atOnce, int waiting) {
        return new StripeSettings(
                true,
                FakeStripe.SECRET_KEY,
                "pk_test_fake",
                FakeStripe.WEBHOOK_SECRET,
                url,
                Duration.ofSeconds(2),
                answerWithin,
                atOnce,
                waiting,
                Duration.ofMinutes(5));
    }

    StripeGateway gateway() {
        return gateway;
    }

    @Override
    public void close() {
        calls.destroy();
    }

    private static final class Remembering extends StripeCustomerRepository {
        private final Map<UUID, String> known = new ConcurrentHashMap<>();

        @SuppressWarnings("NullAway")
        Remembering() {
            super(null);
        }

        @Override
        Mono<String> reference(UUID customer) {
            return Mono.fromCallable(() -> known.get(customer));
        }

        @Override
        Mono<Void> keep(UUID customer, String reference) {
            return Mono.fromRunnable(() -> known.putIfAbsent(customer, reference));
        }
    }
}
