package dev.quittance.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of an installation, {@code quittance.*}.
 *
 * @param publicUrl where browsers and mails find this installation
 * @param background whether this server does due work and deliveries by itself
 */
@ConfigurationProperties("quittance")
public record Settings(
        @DefaultValue("sandbox") Mode mode,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("true") boolean background,
        @DefaultValue DatabaseSettings database,
        @DefaultValue SecretSettings secrets,
        @DefaultValue DemoSettings demo,
        @DefaultValue GraphqlSettings graphql,
        @DefaultValue ManagementSettings management) {

    /** Whether real customers are billed. */
    public enum Mode {
        /** To try things out: movable clock, demo secrets and embedded database allowed. */
        SANDBOX,
        /** The real thing: refuses to start with anything meant for trying out. */
        LIVE
    }

    /** Where the database comes from. */
    public enum DatabaseMode {
        /** A PostgreSQL of our own, in {@code directory}. */
        EMBEDDED,
        /** The PostgreSQL at {@code url}. */
        EXTERNAL
    }

    /**
     * The database.
     *
     * @param mode by default external when there is a url, else embedded
     * @param url {@code postgresql://host:port/database}, with {@code ?sslmode=…} if wanted
     * @param username the owner of the tables; migrations run as this role
     * @param applicationUsername the role without ownership that the server works as
     * @param applicationPassword by default derived from the master secret
     */
    public record DatabaseSettings(
            @Nullable DatabaseMode mode,
            @DefaultValue("data/postgres") Path directory,
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("quittance_app") String applicationUsername,
            @Nullable String applicationPassword) {

        /** The mode asked for, or the one the url implies. */
        public DatabaseMode effectiveMode() {
            if (mode != null) {
                return mode;
            }
            return url == null ? DatabaseMode.EMBEDDED : DatabaseMode.EXTERNAL;
        }
    }

    /**
     * Secrets.
     *
     * @param master from which the keys for signing and sealing are derived; at least 32 characters
     */
    public record SecretSettings(@DefaultValue(DEMO_SECRET) String master) {
        static final String DEMO_SECRET = "demo-secret-for-a-sandbox-installation-only";
    }

    /**
     * Demo data.
     *
     * @param enabled by default in a sandbox only
     */
    public record DemoSettings(@Nullable Boolean enabled) {}

    /**
     * The GraphQL API.
     *
     * @param introspection whether the schema may be asked for; by default in a sandbox only
     * @param graphiql whether the page to explore it is served; by default in a sandbox only
     * @param strict whether a schema without a matching record or controller stops the start
     * @param maxCost the cost a request may have at most
     * @param maxDepth how deep a request may nest
     * @param maxFields how many fields a request may name, aliases and fragments counted
     * @param maxTokens how many words and signs a document may have
     */
    public record GraphqlSettings(
            @Nullable Boolean introspection,
            @Nullable Boolean graphiql,
            @DefaultValue("true") boolean strict,
            @DefaultValue("30000") int maxCost,
            @DefaultValue("15") int maxDepth,
            @DefaultValue("1000") int maxFields,
            @DefaultValue("5000") int maxTokens) {}

    /**
     * Operation.
     *
     * @param token what a bearer must present for metrics; without one they are told to nobody over
     *     the public port but the machine itself
     */
    public record ManagementSettings(@Nullable String token) {}

    public boolean sandbox() {
        return mode == Mode.SANDBOX;
    }

    public boolean demoEnabled() {
        return demo.enabled() == null ? sandbox() : demo.enabled();
    }

    public boolean graphiqlEnabled() {
        return graphql.graphiql() == null ? sandbox() : graphql.graphiql();
    }

    public boolean introspectionEnabled() {
        return graphql.introspection() == null ? sandbox() : graphql.introspection();
    }
}
