package dev.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server reads and writes rows and can't do more, should anybody ever make it try. */
class RolesIntegrationTests extends IntegrationTest {

    @Test
    void theServerIsNotTheOwner() {
        var user = db.sql("select current_user::text").mapValue(String.class).one().block();
        var owned =
                db.sql("select count(*) from pg_tables where tableowner = current_user")
                        .mapValue(Long.class)
                        .one()
                        .block();

        assertThat(user).isEqualTo("quittance_app");
        assertThat(owned).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "drop table event",
                "alter table event add column x int",
                "truncate event cascade",
                "create schema mine",
                "create role somebody",
                "alter table event disable trigger all",
                "update flyway_schema_history set success = false where false",
                "set session authorization postgres"
            })
    void theServerChangesNoTable(String sql) {
        assertThatThrownBy(() -> db.sql(sql).then().block())
                .as(sql)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
