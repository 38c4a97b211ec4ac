package dev.quittance.crashes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The embedded database of a server in another process, spoken to past that server. */
record Database(Path data) {

    /** The process that is, or was, the head of PostgreSQL. */
    Optional<Long> pid() {
        return line(0).map(Long::parseLong);
    }

    List<String> texts(String sql) {
        var url = "jdbc:postgresql://localhost:%s/quittance".formatted(line(3).orElse("0"));
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long figure(String sql) {
        return Long.parseLong(texts(sql).getFirst());
    }

    /** Leases of whoever was killed would run out by themselves; now they have. */
    void leasesHaveRunOut() {
        texts("update bill_run set leased_until = now() where finished_at is null returning id");
        texts("update customer_import set leased_until = null returning id");
        texts(
                "update books_check set touched_at = now() - interval '2 hours' where finished_at is null returning id");
    }

    private Optional<String> line(int number) {
        var file = data.resolve("postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.size() > number
                    ? Optional.of(lines.get(number).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
