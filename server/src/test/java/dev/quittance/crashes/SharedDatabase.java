package dev.quittance.crashes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL beside all servers, for several of them at once. */
final class SharedDatabase implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres postgres;

    SharedDatabase(Path folder) {
        this.folder = folder;
        try {
            postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database quittance");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What leads a server here. */
    Map<String, String> settings() {
        return Map.of(
                "QUITTANCE_DATABASE_URL",
                "postgresql://localhost:%d/quittance".formatted(postgres.getPort()),
                "QUITTANCE_DATABASE_USERNAME",
                "postgres",
                "QUITTANCE_DATABASE_PASSWORD",
                "postgres");
    }

    Database database() {
        return new Database(folder);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
