package dev.quittance.platform;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Refuses unfit settings before anything else is started, and sets what follows from the mode. */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = Binder.get(environment).bindOrCreate("quittance", Settings.class);
        var faults = LiveSettings.faults(settings);
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "The settings do not allow to start in live mode:\n  - "
                            + String.join("\n  - ", faults),
                    "Set them in the environment (QUITTANCE_SECRETS_MASTER=…) or in"
                            + " application.yaml, or start a sandbox with quittance.mode=sandbox.");
        }
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "quittance by mode",
                                Map.of(
                                        "spring.graphql.schema.introspection.enabled",
                                        settings.introspectionEnabled())));
    }
}
