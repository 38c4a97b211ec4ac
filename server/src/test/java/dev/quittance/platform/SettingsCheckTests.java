package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SettingsCheckTests {
    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void aSandboxMayBeExplored() {
        new SettingsCheck().initialize(context);

        assertThat(property("spring.graphql.schema.introspection.enabled")).isEqualTo("true");
    }

    @Test
    void aLiveInstallationKeepsItsSchemaToItselfUnlessToldOtherwise() {
        live(Map.of());
        new SettingsCheck().initialize(context);

        assertThat(property("spring.graphql.schema.introspection.enabled")).isEqualTo("false");
    }

    @Test
    void introspectionCanBeAllowed() {
        live(Map.of("quittance.graphql.introspection", "true"));
        new SettingsCheck().initialize(context);

        assertThat(property("spring.graphql.schema.introspection.enabled")).isEqualTo("true");
    }

    @Test
    void anUnfitLiveInstallationIsRefusedWithAReadableMessage() {
        live(Map.of("quittance.secrets.master", ""));

        assertThatThrownBy(() -> new SettingsCheck().initialize(context))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> {
                            var told = new StartRefusedAnalyzer().analyze(refused);
                            assertThat(told.getDescription()).contains("quittance.secrets.master");
                            assertThat(told.getAction()).contains("QUITTANCE_SECRETS_MASTER");
                        });
    }

    private void live(Map<String, Object> changes) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(
                new MapPropertySource(
                        "live",
                        Map.of(
                                "quittance.mode", "live",
                                "quittance.public-url", "https://billing.example.com",
                                "quittance.secrets.master", "0123456789abcdef0123456789abcdef",
                                "quittance.database.url", "postgresql://db/quittance",
                                "quittance.database.username", "quittance",
                                "quittance.database.password", "secret")));
        sources.addFirst(new MapPropertySource("changes", changes));
    }

    private String property(String name) {
        return context.getEnvironment().getProperty(name);
    }
}
