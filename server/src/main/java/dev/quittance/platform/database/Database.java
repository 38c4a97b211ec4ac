package dev.quittance.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, and as whom to speak to it.
 *
 * @param sslMode as PostgreSQL names it, {@code require}; null for the driver's own choice
 * @param owner owns the tables and runs migrations
 * @param application reads and writes rows, changes no table
 */
public record Database(
        String host,
        int port,
        String name,
        @Nullable String sslMode,
        Login owner,
        Login application) {

    /** The address for JDBC, which only migrations and preparations use. */
    public String jdbcUrl() {
        var url = "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
        return sslMode == null ? url : url + "?sslmode=" + sslMode;
    }

    /** How the server connects. */
    public ConnectionFactoryOptions applicationOptions() {
        var options =
                ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                        .option(ConnectionFactoryOptions.HOST, host)
                        .option(ConnectionFactoryOptions.PORT, port)
                        .option(ConnectionFactoryOptions.DATABASE, name)
                        .option(ConnectionFactoryOptions.USER, application.username())
                        .option(ConnectionFactoryOptions.PASSWORD, application.password())
                        .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "quittance")
                        .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                        // As text an instant takes longer to read than all else of its row.
                        .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
                        .option(Option.valueOf("timeZone"), "UTC");
        if (sslMode != null) {
            options.option(Option.valueOf("sslMode"), sslMode);
        }
        return options.build();
    }
}
