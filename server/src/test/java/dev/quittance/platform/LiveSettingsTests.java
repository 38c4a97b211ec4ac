package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LiveSettingsTests {
    private static final Map<String, String> FIT =
            Map.of(
                    "quittance.mode", "live",
                    "quittance.public-url", "https://billing.example.com",
                    "quittance.secrets.master", "0123456789abcdef0123456789abcdef",
                    "quittance.database.url", "postgresql://db.example.com:5432/quittance",
                    "quittance.database.username", "quittance",
                    "quittance.database.password", "secret");

    static Settings settings(String... changes) {
        return settings(Map.of(), changes);
    }

    @Test
    void aSandboxNeedsNothing() {
        assertThat(LiveSettings.faults(settings())).isEmpty();
        assertThat(settings().introspectionEnabled()).isTrue();
        assertThat(settings().demoEnabled()).isTrue();
    }

    @Test
    void aFitLiveInstallationMayStart() {
        assertThat(LiveSettings.faults(settings(FIT))).isEmpty();
        assertThat(settings(FIT).introspectionEnabled()).isFalse();
        assertThat(settings(FIT).demoEnabled()).isFalse();
    }

    @Test
    void everyMissingSettingIsNamed() {
        assertThat(LiveSettings.faults(settings("quittance.mode", "live")))
                .anyMatch(fault -> fault.startsWith("quittance.secrets.master"))
                .anyMatch(fault -> fault.startsWith("quittance.database.url"))
                .anyMatch(fault -> fault.startsWith("quittance.database.username"))
                .anyMatch(fault -> fault.startsWith("quittance.database.password"))
                .anyMatch(fault -> fault.startsWith("quittance.public-url"))
                .hasSize(5);
    }

    @Test
    void whatIsForTryingOutIsRefused() {
        assertThat(
                        LiveSettings.faults(
                                settings(
                                        FIT,
                                        "quittance.secrets.master",
                                        "demo-secret-for-a-sandbox-installation-only")))
                .hasSize(1);
        assertThat(LiveSettings.faults(settings(FIT, "quittance.secrets.master", "short")))
                .hasSize(1);
        assertThat(LiveSettings.faults(settings(FIT, "quittance.database.mode", "embedded")))
                .hasSize(1);
        assertThat(LiveSettings.faults(settings(FIT, "quittance.demo.enabled", "true"))).hasSize(1);
        assertThat(LiveSettings.faults(settings(FIT, "quittance.public-url", "http://b.example")))
                .hasSize(1);
    }

    @Test
    void aSecretNeverStandsInAFault() {
        var faults = LiveSettings.faults(settings(FIT, "quittance.secrets.master", "hush-hush"));

        assertThat(faults).noneMatch(fault -> fault.contains("hush"));
    }

    private static Settings settings(Map<String, String> base, String... changes) {
        var values = new HashMap<>(base);
        for (var i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("quittance", Settings.class);
    }
}
