package dev.quittance.platform.database;

import dev.quittance.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL of our own that keeps its promises: every commit is on the disk. */
final class EmbeddedDatabase implements AutoCloseable {
    static final String VERSION = "18";
    static final String OWNER = "postgres";
    private static final String NAME = "quittance";
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts PostgreSQL in {@code directory}, which it makes on the first start. */
    static EmbeddedDatabase start(Path directory) {
        var folder = DataFolder.take(directory.toAbsolutePath().normalize(), VERSION);
        try {
            var started = new EmbeddedDatabase(folder, postgres(folder));
            started.verifyDurable();
            started.createDatabase();
            return started;
        } catch (IOException | SQLException | IllegalStateException e) {
            folder.close();
            throw new StartRefused(
                    "The embedded PostgreSQL did not start: " + e.getMessage(),
                    "See the log above. An external one is used instead with"
                            + " QUITTANCE_DATABASE_URL=postgresql://host:5432/database.");
        }
    }

    Database database(Login application) {
        return new Database(
                "localhost", postgres.getPort(), NAME, null, new Login(OWNER, ""), application);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }

    private static EmbeddedPostgres postgres(DataFolder folder) throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.data())
                        .setOverrideWorkingDirectory(folder.programs().toFile())
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("max_connections", "100");
        // The library starts PostgreSQL with -F; these settings come after it and win.
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        return builder.start();
    }

    private void verifyDurable() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var setting : DURABLE) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    if (!rows.next() || !"on".equals(rows.getString(1))) {
                        throw new IllegalStateException(setting + " is not on");
                    }
                }
            }
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select from pg_database where datname = '" + NAME + "'")) {
            if (!rows.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }
}
