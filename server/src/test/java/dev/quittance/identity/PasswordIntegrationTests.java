package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Settings;
import dev.quittance.testing.IntegrationTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PasswordIntegrationTests extends IntegrationTest {
    private static final String NEW = "quite another long one";

    private static final String CHANGE =
            """
            mutation ($existing: String!, $new: String!) {
              changePassword(input: { existing: $existing, new: $new }) {
                __typename
                ... on PasswordChanged { endedSessions }
                ... on Problem { message }
                ... on InvalidInput { fields { path message } }
              }
            }""";

    @Autowired People people;
    @Autowired Settings settings;
    @Autowired OneTimeLinks links;
    @Autowired Logins logins;

    @BeforeEach
    void nobodyHasFailedYet() {
        db.sql("delete from sign_in_failure").then().block();
    }

    @Test
    @Tag("P100")
    void theNewPasswordWorksForTheNextSignInAndTheOldDoesNot() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var browser = Browser.of(http(), contact);
        var elsewhere = Browser.of(http(), contact);

        change(browser, People.PASSWORD, NEW)
                .expectBody()
                .jsonPath("$.data.changePassword.__typename")
                .isEqualTo("PasswordChanged")
                .jsonPath("$.data.changePassword.endedSessions")
                .isEqualTo(1);

        assertThat(browser.signedIn()).isTrue();
        assertThat(elsewhere.signedIn()).isFalse();
        signIn(contact, People.PASSWORD).expectStatus().isUnauthorized();
        signIn(contact, NEW).expectStatus().isNoContent();
        assertThat(told("PasswordReplaced", contact.id())).isPositive();
    }

    @Test
    @Tag("P101")
    void aWrongExistingPasswordIsRefused() {
        var contact = people.contact(Ids.next(), ContactAccess.PRIMARY);
        var browser = Browser.of(http(), contact);

        change(browser, "not the password", NEW)
                .expectBody()
                .jsonPath("$.data.changePassword.__typename")
                .isEqualTo("WrongPassword");

        signIn(contact, People.PASSWORD).expectStatus().isNoContent();
        signIn(contact, NEW).expectStatus().isUnauthorized();
    }

    @Test
    void guessingTheExistingPasswordHasToWait() {
        var browser = Browser.of(http(), people.staff(StaffRole.SUPPORT));
        for (int i = 0; i < 5; i++) {
            change(browser, "not the password", NEW);
        }

        change(browser, People.PASSWORD, NEW)
                .expectBody()
                .jsonPath("$.data.changePassword.message")
                .value(text -> assertThat(text).asString().startsWith("Too many attempts."));
    }

    @Test
    void aPasswordThatIsTriedFirstIsRefused() {
        var staff = people.staff(StaffRole.SUPPORT);
        var browser = Browser.of(http(), staff);

        for (var bad : new String[] {"short", staff.email(), "password1234", "x".repeat(201)}) {
            change(browser, People.PASSWORD, bad)
                    .expectBody()
                    .jsonPath("$.data.changePassword.__typename")
                    .isEqualTo("InvalidInput")
                    .jsonPath("$.data.changePassword.fields[0].path")
                    .isEqualTo("new");
        }
    }

    @Test
    void programsHaveNoPassword() {
        asContact(Ids.next())
                .document(CHANGE)
                .variable("existing", "a")
                .variable("new", NEW)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors.getFirst().getErrorType().toString())
                                        .isEqualTo("FORBIDDEN"));
    }

    @Test
    void aForgottenPasswordIsReplacedByAMailedLinkOnce() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var browser = Browser.of(http(), contact);
        forgot(App.PORTAL, contact.email());
        assertThat(told("PasswordResetRequested", contact.id())).isEqualTo(1);
        var token = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());

        reset(App.PORTAL, token, NEW).expectStatus().isNoContent();

        assertThat(browser.signedIn()).isFalse();
        signIn(contact, NEW).expectStatus().isNoContent();
        reset(App.PORTAL, token, "a third password, longer")
                .expectStatus()
                .isEqualTo(HttpStatus.GONE);
        signIn(contact, NEW).expectStatus().isNoContent();
    }

    @Test
    void forgettingDoesNotTellWhetherThereIsAnAccount() {
        var known = people.contact(Ids.next(), ContactAccess.VIEWER).email();

        assertThat(forgot(App.PORTAL, known)).isEqualTo(forgot(App.PORTAL, "nobody@x.example"));
        assertThat(forgot(App.CONSOLE, known)).isEqualTo(forgot(App.PORTAL, known));
    }

    @Test
    void nobodyIsFloodedWithMail() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);

        for (int i = 0; i < 6; i++) {
            forgot(App.PORTAL, contact.email());
        }

        assertThat(told("PasswordResetRequested", contact.id())).isEqualTo(3);
    }

    @Test
    void aDisabledPersonGetsNoLink() {
        var contact = people.staff(StaffRole.SUPPORT);
        var token = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());
        db.sql("update login set status = 'DISABLED' where id = :id")
                .bind("id", contact.id())
                .then()
                .block();

        forgot(App.CONSOLE, contact.email());

        assertThat(told("PasswordResetRequested", contact.id())).isZero();
        reset(App.CONSOLE, token, NEW).expectStatus().isEqualTo(HttpStatus.GONE);
    }

    @Test
    void linksEndWithTimeWithTheNextAndWithAnotherPassword() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var first = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());
        var second = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());
        reset(App.PORTAL, first, NEW).expectStatus().isEqualTo(HttpStatus.GONE);

        db.sql("update one_time_link set expires_at = now()").then().block();
        reset(App.PORTAL, second, NEW).expectStatus().isEqualTo(HttpStatus.GONE);

        var third = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());
        logins.activate(contact.id(), NEW).block();
        reset(App.PORTAL, third, NEW).expectStatus().isEqualTo(HttpStatus.GONE);
    }

    @Test
    void aLinkIsForItsOwnApp() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var token = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());

        reset(App.CONSOLE, token, NEW).expectStatus().isEqualTo(HttpStatus.GONE);
        reset(App.PORTAL, token, NEW).expectStatus().isNoContent();
    }

    @Test
    void anUnfitPasswordDoesNotUseUpTheLink() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var token = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());

        reset(App.PORTAL, token, "short")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.fields[0].path")
                .isEqualTo("newPassword");

        reset(App.PORTAL, token, NEW).expectStatus().isNoContent();
    }

    @Test
    void anInvitationLetsIn() {
        var login = logins.portalLogin("New.Person@customer.example", "New Person").block();
        people.grant(logins.get(login).block(), Ids.next(), ContactAccess.BILLING);
        var url = links.issue(login, Purpose.INVITATION).block();
        assertThat(url).startsWith(home() + "/portal/accept-invitation#token=");

        reset(App.PORTAL, token(url), NEW).expectStatus().isNoContent();

        new Browser(http(), App.PORTAL)
                .signIn("new.person@customer.example", NEW)
                .expectStatus()
                .isNoContent();
        assertThat(links.issue(login, Purpose.INVITATION).block()).isEqualTo(home() + "/portal");
    }

    @Test
    void theTableHoldsNoToken() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);
        var token = token(links.issue(contact.id(), Purpose.PASSWORD_RESET).block());

        assertThat(
                        db.sql(
                                        "select count(*) from one_time_link where token_hash = convert_to(:t, 'UTF8')")
                                .bind("t", token)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    private static ResponseSpec change(Browser browser, String existing, String wanted) {
        return browser.graphql(CHANGE, Map.of("existing", existing, "new", wanted));
    }

    private ResponseSpec signIn(Login login, String password) {
        return new Browser(http(), login.app()).signIn(login.email(), password);
    }

    private String forgot(App app, String email) {
        return new Browser(http(), app)
                .post("forgot-password", Map.of("email", email))
                .expectStatus()
                .isNoContent()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .headerNames()
                .toString();
    }

    private ResponseSpec reset(App app, String token, String password) {
        return new Browser(http(), app)
                .post("reset-password", Map.of("token", token, "newPassword", password));
    }

    private static String token(String url) {
        return URI.create(url).getFragment().substring("token=".length());
    }

    private long told(String type, UUID login) {
        return db.sql("select count(*) from event where type = :type and stream = :login")
                .bind("type", type)
                .bind("login", login)
                .mapValue(Long.class)
                .one()
                .block();
    }

    private String home() {
        return settings.publicUrl().toString();
    }
}
