package dev.quittance.platform.database;

import dev.quittance.platform.StartRefused;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address of an external database: {@code postgresql://host:port/database?sslmode=require}. */
record DatabaseUrl(String host, int port, String name, @Nullable String sslMode) {
    private static final int USUAL_PORT = 5432;

    /** Reads an address; {@code jdbc:} or {@code r2dbc:} in front is tolerated. */
    static DatabaseUrl parse(String text) {
        try {
            var uri = URI.create(text.strip().replaceFirst("^(jdbc|r2dbc):", ""));
            var fits =
                    ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getPath() != null
                            && uri.getPath().length() > 1;
            if (fits) {
                return new DatabaseUrl(
                        uri.getHost(),
                        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                        uri.getPath().substring(1),
                        sslMode(uri.getQuery()));
            }
        } catch (IllegalArgumentException malformed) {
            // Told below like every other address that does not fit; it may hold a password.
        }
        throw new StartRefused(
                "quittance.database.url is not the address of a PostgreSQL database.",
                "Write postgresql://host:5432/database, without user and password: these are"
                        + " quittance.database.username and quittance.database.password.");
    }

    private static @Nullable String sslMode(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&"))
                        .filter(part -> part.toLowerCase(Locale.ROOT).startsWith("sslmode="))
                        .map(part -> part.substring("sslmode=".length()))
                        .findFirst()
                        .orElse(null);
    }
}
