package dev.quittance.platform.database;

import dev.quittance.platform.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The role the server works as: it logs in and is granted rows by the migrations, owns nothing and
 * creates nothing.
 */
final class ApplicationRole {
    private static final int OLDEST_VERSION = 150000;
    private static final long LOCK = 0x5155495454414E43L;

    private ApplicationRole() {}

    /**
     * Sees to it that the role of {@code database} can log in; makes it as the owner if need be.
     */
    static void prepare(Database database) {
        if (database.owner().username().equals(database.application().username())) {
            throw new StartRefused(
                    "The application's role must not be the owner of the tables.",
                    "Set quittance.database.application-username to another name than"
                            + " quittance.database.username; the role is made if it is missing.");
        }
        try (var owner = connect(database, database.owner())) {
            checkVersion(owner);
            if (!logsIn(database)) {
                make(owner, database.application());
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "PostgreSQL at %s:%d could not be prepared: %s"
                            .formatted(database.host(), database.port(), e.getMessage()),
                    "Check quittance.database.url, username and password. The owner needs the right"
                            + " to create roles, or create the application's role yourself and set"
                            + " quittance.database.application-username and -password.");
        }
    }

    private static Connection connect(Database database, Login login) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), login.username(), login.password());
    }

    private static void checkVersion(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("show server_version_num")) {
            rows.next();
            if (rows.getInt(1) < OLDEST_VERSION) {
                throw new StartRefused(
                        "PostgreSQL is older than 15.", "Use PostgreSQL 15 or newer.");
            }
        }
    }

    private static boolean logsIn(Database database) {
        try (var _ = connect(database, database.application())) {
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void make(Connection owner, Login role) throws SQLException {
        owner.setAutoCommit(false);
        try (var lock = owner.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        try (var text =
                owner.prepareStatement(
                        """
                        select format(case when exists (select from pg_roles where rolname = ?)
                                      then 'alter role %I login password %L'
                                      else 'create role %I login password %L' end, ?, ?)
                        """)) {
            text.setString(1, role.username());
            text.setString(2, role.username());
            text.setString(3, role.password());
            try (var rows = text.executeQuery();
                    var statement = owner.createStatement()) {
                rows.next();
                statement.execute(rows.getString(1));
            }
        }
        owner.commit();
    }
}
