package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.identity.PasswordReplaced;
import dev.quittance.identity.PasswordResetRequested;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Contacts are written to about their sign-in in their customer's language. */
class SignInLetterTests extends IntegrationTest {
    @Autowired private PasswordResetMailing resets;
    @Autowired private PasswordReplacedMailing replacements;

    private UUID customer;
    private String email;

    @BeforeEach
    void aGermanContact() {
        customer = new Shop(asOwner()).customer();
        email = UUID.randomUUID() + "@deutsch.example";
        db.sql("update customer set locale = 'de' where id = :id")
                .bind("id", customer)
                .then()
                .block();
        act(
                "addContact",
                Map.of("customerId", customer, "name", "Käthe", "email", email, "role", "PRIMARY"));
        act(
                "inviteContact",
                Map.of("id", text("select id::text from contact where email = :email")));
        drain();
    }

    @Test
    void theyAreInvited() {
        assertThat(text("select subject from mail where :email = any(recipients)"))
                .startsWith("Ihr Kundenportal bei ");
        assertThat(letter()).contains("Guten Tag Käthe,", "Passwort wählen:");
    }

    @Test
    void theyForgetAndChangeTheirPassword() {
        var login =
                UUID.fromString(text("select login_id::text from contact where email = :email"));
        resets.on(new PasswordResetRequested(login)).block();
        assertThat(letter())
                .contains("hat um ein neues Passwort gebeten", "Neues Passwort wählen:");
        replacements.on(new PasswordReplaced(login)).block();
        assertThat(letter()).contains("Ihr Passwort wurde soeben geändert.");
    }

    private String letter() {
        return text(
                "select text from mail where :email = any(recipients) order by id desc limit 1");
    }

    private void act(String mutation, Map<String, Object> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename } }"
                                .formatted(type, mutation))
                .variable("i", input)
                .execute()
                .path(mutation + ".__typename")
                .hasValue();
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                db.sql(sql).bind("email", email).mapValue(String.class).one().block());
    }
}
