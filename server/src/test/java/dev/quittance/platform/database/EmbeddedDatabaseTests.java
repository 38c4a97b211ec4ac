package dev.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {
    @TempDir Path folder;

    @Test
    void dataOutlivesTheKilledServerAndItsOrphan() throws Exception {
        killAServerThatHasWritten();
        killAServerThatHasWritten();

        try (var started = EmbeddedDatabase.start(folder)) {
            assertThat(answer(started, "select count(*) from kept")).isEqualTo("2");
            assertThat(answer(started, "show fsync")).isEqualTo("on");
            assertThat(answer(started, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(started, "show full_page_writes")).isEqualTo("on");
            assertThat(answer(started, "show server_version")).startsWith("18.");
            assertThat(answer(started, "select lower('ÄÖÜ')")).isEqualTo("äöü");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another running Quittance");
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void dataOfAnotherVersionIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    private void killAServerThatHasWritten() throws IOException, InterruptedException {
        var server =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        AbandonedDatabase.class.getName(),
                                        folder.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said = server.inputReader()) {
            assertThat(said.lines().anyMatch(line -> line.startsWith("WRITTEN"))).isTrue();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static String answer(EmbeddedDatabase started, String sql) throws SQLException {
        var database = started.database(new Login("unused", ""));
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.owner().username(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
