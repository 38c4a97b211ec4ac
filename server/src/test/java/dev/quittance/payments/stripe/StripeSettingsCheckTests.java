package dev.quittance.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.payments.PaymentGateway;
import dev.quittance.platform.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

@Tag("P70")
class StripeSettingsCheckTests {
    private static final Map<String, String> ALL =
            Map.of(
                    "quittance.stripe.secret-key", "sk_live_hush",
                    "quittance.stripe.publishable-key", "pk_live_1",
                    "quittance.stripe.webhook-secret", "whsec_hush");

    @Test
    void aSandboxNeedsNoStripe() {
        assertThat(StripeSettingsCheck.faults(settings(Map.of()), false)).isEmpty();
    }

    @Test
    void aLiveInstallationNamesWhatIsMissing() {
        assertThat(StripeSettingsCheck.faults(settings(Map.of()), true))
                .anyMatch(fault -> fault.startsWith("quittance.stripe.secret-key is missing"))
                .anyMatch(fault -> fault.startsWith("quittance.stripe.publishable-key is missing"))
                .anyMatch(fault -> fault.startsWith("quittance.stripe.webhook-secret is missing"))
                .hasSize(3);
        assertThat(StripeSettingsCheck.faults(settings(ALL), true)).isEmpty();
    }

    @Test
    void aLiveInstallationMayTakeNoCards() {
        assertThat(
                        StripeSettingsCheck.faults(
                                settings(Map.of("quittance.stripe.enabled", "false")), true))
                .isEmpty();
    }

    @Test
    void whoTriesStripeOutNeedsAllOfIt() {
        assertThat(
                        StripeSettingsCheck.faults(
                                settings(Map.of("quittance.stripe.secret-key", "sk_test_hush")),
                                false))
                .hasSize(2)
                .noneMatch(fault -> fault.contains("hush"));
    }

    @Test
    void testKeysMoveNoMoney() {
        var keys = new HashMap<>(ALL);
        keys.put("quittance.stripe.secret-key", "sk_test_hush");

        assertThat(StripeSettingsCheck.faults(settings(keys), true)).hasSize(1);
        assertThat(StripeSettingsCheck.faults(settings(keys), false)).isEmpty();
    }

    @Test
    void anInstallationThatLacksAKeyDoesNotStart() {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("live", Map.of("quittance.mode", "live")));

            assertThatThrownBy(() -> new StripeSettingsCheck().initialize(context))
                    .isInstanceOf(StartRefused.class);
        }
    }

    private static StripeSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("quittance.stripe", StripeSettings.class);
    }

    @Test
    void withoutItsKeyThereIsNoStripe() {
        var runner =
                new ApplicationContextRunner().withUserConfiguration(StripeConfiguration.class);

        runner.run(
                context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean(PaymentGateway.class)
                                .doesNotHaveBean("stripeWebhook"));
        runner.withPropertyValues(
                        "quittance.stripe.secret-key=sk_test_1", "quittance.stripe.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(PaymentGateway.class));
    }
}
