package dev.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @ParameterizedTest
    @CsvSource({
        "postgresql://db:6543/billing?sslmode=require, db, 6543, billing, require",
        "jdbc:postgresql://db.example.com/billing, db.example.com, 5432, billing,",
        "r2dbc:postgresql://db/b?application_name=x&sslMode=verify-full, db, 5432, b, verify-full"
    })
    void anAddressIsRead(String text, String host, int port, String name, String sslMode) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(host, port, name, sslMode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db", "mysql://db/b", "postgresql://db", "postgresql://db/", ":::"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aPasswordInTheAddressIsNotRepeated() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://me:hush@db/b"))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("hush");
    }
}
