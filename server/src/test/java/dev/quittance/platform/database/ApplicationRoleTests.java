package dev.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.StartRefused;
import dev.quittance.testing.TestDatabase;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ApplicationRoleTests {
    private static final Login OWNER = new Login("postgres", "postgres");

    private final URI server =
            URI.create(TestDatabase.only().settings().get("quittance.database.url"));

    @Test
    void theRoleIsMadeOnceAndKept() {
        var database =
                database(server.getPort(), OWNER, new Login("role_of_test", "first's \"1\""));

        ApplicationRole.prepare(database);
        ApplicationRole.prepare(database);
    }

    @Test
    void theOwnerIsNoApplication() {
        assertThatThrownBy(() -> ApplicationRole.prepare(database(server.getPort(), OWNER, OWNER)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must not be the owner");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(
                        () ->
                                ApplicationRole.prepare(
                                        database(1, OWNER, new Login("app", "secret"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("localhost:1")
                .hasMessageNotContaining("secret");
    }

    private Database database(int port, Login owner, Login application) {
        return new Database(
                "localhost", port, server.getPath().substring(1), null, owner, application);
    }
}
