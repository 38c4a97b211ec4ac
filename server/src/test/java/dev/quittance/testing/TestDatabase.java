package dev.quittance.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * The one PostgreSQL of this JVM's tests. It forgets on a power cut, which makes it fast. The
 * application works on one database; a copy of it as it was after the start is the template from
 * which each test class gets it anew.
 */
public final class TestDatabase {
    private static final String NAME = "quittance_test";
    private static final String TEMPLATE = "quittance_template";
    private static final TestDatabase ONLY = new TestDatabase();

    private final EmbeddedPostgres postgres;
    private boolean templated;

    private TestDatabase() {
        try {
            postgres =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("max_connections", "100")
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("create database " + NAME);
    }

    public static TestDatabase only() {
        return ONLY;
    }

    /** The settings that lead the application here. */
    public Map<String, String> settings() {
        return Map.of(
                "quittance.database.mode", "external",
                "quittance.database.url",
                        "postgresql://localhost:%d/%s".formatted(postgres.getPort(), NAME),
                "quittance.database.username", "postgres",
                "quittance.database.password", "postgres");
    }

    /**
     * The port and the name of the database, for programs that speak to it past the application.
     */
    public String[] address() {
        return new String[] {Integer.toString(postgres.getPort()), NAME};
    }

    /** Puts the database back to how it was right after the application had started. */
    synchronized void renew() {
        if (templated) {
            disconnect(NAME);
            run("drop database " + NAME);
            run("create database %s template %s".formatted(NAME, TEMPLATE));
        } else {
            disconnect(NAME);
            run("create database %s template %s".formatted(TEMPLATE, NAME));
            run("alter database %s with allow_connections true".formatted(NAME));
            run("alter database %s with allow_connections false".formatted(TEMPLATE));
            templated = true;
        }
    }

    /** The database is gone for the application until {@link #comeBack}. */
    public synchronized void goAway() {
        disconnect(NAME);
    }

    public synchronized void comeBack() {
        run("alter database %s with allow_connections true".formatted(NAME));
    }

    /** Runs a statement as the owner, for what the application's role may not do. */
    public void asOwner(String sql) {
        run(NAME, sql);
    }

    private void disconnect(String database) {
        run("alter database %s with allow_connections false".formatted(database));
        run(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'
                """
                        .formatted(database));
    }

    private void run(String sql) {
        run("postgres", sql);
    }

    private void run(String database, String sql) {
        try (var connection = postgres.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
