package dev.quittance.payments.stripe;

import dev.quittance.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to start where Stripe is to be used and can't be. */
class StripeSettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var binder = Binder.get(context.getEnvironment());
        var live = "live".equals(binder.bind("quittance.mode", String.class).orElse("sandbox"));
        var settings = binder.bindOrCreate("quittance.stripe", StripeSettings.class);
        var faults = faults(settings, live);
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "The settings do not allow to charge cards through Stripe:\n  - "
                            + String.join("\n  - ", faults),
                    "Set them in the environment (QUITTANCE_STRIPE_SECRETKEY=…) or in"
                            + " application.yaml, or say that no cards are taken with"
                            + " quittance.stripe.enabled=false.");
        }
    }

    /** One sentence for each setting that is missing or unfit. */
    static List<String> faults(StripeSettings settings, boolean live) {
        var wanted = settings.enabled();
        if (wanted == null ? !live && blank(settings.secretKey()) : !wanted) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        missing(settings.secretKey(), "secret-key", "sk_…, from the API keys at Stripe", faults);
        missing(
                settings.publishableKey(),
                "publishable-key",
                "pk_…, from the API keys at Stripe",
                faults);
        missing(
                settings.webhookSecret(),
                "webhook-secret",
                "whsec_…, of the webhook at Stripe that calls /webhooks/stripe",
                faults);
        if (live && (test(settings.secretKey()) || test(settings.publishableKey()))) {
            faults.add("quittance.stripe must not have test keys: no money would move.");
        }
        return faults;
    }

    private static void missing(
            @Nullable String value, String name, String what, List<String> faults) {
        if (blank(value)) {
            faults.add("quittance.stripe.%s is missing: %s.".formatted(name, what));
        }
    }

    private static boolean test(@Nullable String key) {
        return key != null && key.contains("_test_");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
