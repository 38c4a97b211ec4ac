package dev.quittance.platform.database;

import dev.quittance.platform.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A server in a process of its own, to be killed: writes a row, says so, and waits for its end. */
final class AbandonedDatabase {

    private AbandonedDatabase() {}

    static void main(String[] args) throws SQLException, IOException {
        var database = EmbeddedDatabase.start(Path.of(args[0])).database(new Login("unused", ""));
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.owner().username(), "");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (at timestamptz default now())");
            statement.execute("insert into kept default values");
        }
        System.out.println("WRITTEN " + Settings.Mode.SANDBOX);
        System.in.read();
    }
}
