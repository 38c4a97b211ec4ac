package dev.quittance.platform.database;

import dev.quittance.platform.Secrets;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Settings.DatabaseMode;
import dev.quittance.platform.StartRefused;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The database as beans: embedded or external, prepared before Flyway and the pool use it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Conditional(Embedded.class)
    EmbeddedDatabase embeddedDatabase(Settings settings) {
        return EmbeddedDatabase.start(settings.database().directory());
    }

    @Bean
    Database database(
            Settings settings, Secrets secrets, ObjectProvider<EmbeddedDatabase> embedded) {
        var own = embedded.getIfAvailable();
        var application = application(settings, secrets);
        var database = own != null ? own.database(application) : external(settings, application);
        ApplicationRole.prepare(database);
        return database;
    }

    @Bean
    R2dbcConnectionDetails r2dbcConnection(Database database) {
        return database::applicationOptions;
    }

    @Bean
    FlywayConnectionDetails flywayConnection(Database database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return database.owner().username();
            }

            @Override
            public String getPassword() {
                return database.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer applicationRoleInMigrations(Database database) {
        return flyway ->
                flyway.placeholders(Map.of("application_role", database.application().username()));
    }

    private static Login application(Settings settings, Secrets secrets) {
        var given = settings.database().applicationPassword();
        var password =
                given != null
                        ? given
                        : Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        secrets.key("database application role").getEncoded());
        return new Login(settings.database().applicationUsername(), password);
    }

    private static Database external(Settings settings, Login application) {
        var given = settings.database();
        var url = DatabaseUrl.parse(required(given.url(), "url"));
        var owner =
                new Login(
                        required(given.username(), "username"),
                        Objects.requireNonNullElse(given.password(), ""));
        return new Database(url.host(), url.port(), url.name(), url.sslMode(), owner, application);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new StartRefused(
                    "quittance.database.%s is missing.".formatted(name),
                    "Set quittance.database.url, username and password, or set none of them to use"
                            + " the embedded database.");
        }
        return value;
    }

    /** Whether the settings ask for our own PostgreSQL. */
    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var environment = context.getEnvironment();
            var mode = environment.getProperty("quittance.database.mode", DatabaseMode.class);
            return mode == null
                    ? environment.getProperty("quittance.database.url") == null
                    : mode == DatabaseMode.EMBEDDED;
        }
    }
}
