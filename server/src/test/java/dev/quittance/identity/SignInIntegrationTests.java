package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;

class SignInIntegrationTests extends IntegrationTest {
    @Autowired People people;

    @BeforeEach
    void nobodyHasFailedYet() {
        db.sql("delete from sign_in_failure").then().block();
    }

    @Test
    void staffSignInToTheConsole() {
        var browser = Browser.of(http(), people.staff(StaffRole.BILLING));

        browser.graphql("{ viewer { kind name email permissions } }", Map.of())
                .expectBody()
                .jsonPath("$.data.viewer.kind")
                .isEqualTo("STAFF")
                .jsonPath("$.data.viewer.email")
                .value(email -> assertThat(email).asString().endsWith("@quittance.example"))
                .jsonPath("$.data.viewer.permissions")
                .value(
                        all ->
                                assertThat(all)
                                        .asInstanceOf(LIST)
                                        .contains("STAFF", "SIGNED_IN", "BILLING_RUN")
                                        .doesNotContain("USERS_MANAGE"));
    }

    @Test
    void theCookieIsKeptFromScriptsAndForeignPages() {
        var cookie = Browser.of(http(), people.staff(StaffRole.OWNER)).cookie();

        assertThat(cookie.getName()).isEqualTo("quittance-console");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofHours(24));
        assertThat(cookie.getValue()).hasSize(43);
    }

    @Test
    void theTableHoldsNoCookie() {
        var cookie = Browser.of(http(), people.staff(StaffRole.OWNER)).cookie();

        assertThat(
                        db.sql(
                                        "select count(*) from session where token_hash = convert_to(:t, 'UTF8')")
                                .bind("t", cookie.getValue())
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    @Test
    void contactsSignInToThePortalOnly() {
        var contact = people.contact(Ids.next(), ContactAccess.VIEWER);

        assertThat(Browser.of(http(), contact).signedIn()).isTrue();
        new Browser(http(), App.CONSOLE)
                .signIn(contact.email(), People.PASSWORD)
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theAddressIsReadWithoutRegardToCase() {
        var staff = people.staff(StaffRole.SUPPORT);

        new Browser(http(), App.CONSOLE)
                .signIn("  " + staff.email().toUpperCase(Locale.ROOT), People.PASSWORD)
                .expectStatus()
                .isNoContent();
    }

    @Test
    void anUnknownAccountLooksLikeAWrongPassword() {
        var known = people.staff(StaffRole.SUPPORT).email();

        assertThat(refusal(known, "not the password")).isEqualTo(refusal("nobody@x.example", "x"));
    }

    @Test
    void aDisabledOrInvitedPersonLooksLikeAWrongPassword() {
        var disabled = people.staff(StaffRole.SUPPORT);
        db.sql("update login set status = 'DISABLED' where id = :id")
                .bind("id", disabled.id())
                .then()
                .block();

        assertThat(refusal(disabled.email(), People.PASSWORD))
                .isEqualTo(refusal("nobody@x.example", "x"));
    }

    @Test
    void withoutTheHeaderNobodySignsIn() {
        http().post()
                .uri("/auth/sign-in")
                .bodyValue(Map.of("email", "a@b.example", "password", "x"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUnreadableBodyIsABadRequest() {
        http().post()
                .uri("/auth/sign-in")
                .header("X-Quittance-App", "portal")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"email\": 1")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = Browser.of(http(), people.staff(StaffRole.OWNER));

        browser.post("sign-out", Map.of())
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("quittance-console", Duration.ZERO);

        assertThat(browser.signedIn()).isFalse();
        browser.post("sign-out", Map.of()).expectStatus().isNoContent();
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        var staff = people.staff(StaffRole.OWNER);
        var here = Browser.of(http(), staff);
        var there = Browser.of(http(), staff);
        var somebodyElse = Browser.of(http(), people.staff(StaffRole.OWNER));
        assertThat(there.signedIn()).isTrue();

        here.post("sign-out-everywhere", Map.of()).expectStatus().isNoContent();

        assertThat(here.signedIn()).isFalse();
        assertThat(there.signedIn()).isFalse();
        assertThat(somebodyElse.signedIn()).isTrue();
        here.post("sign-out-everywhere", Map.of()).expectStatus().isUnauthorized();
    }

    @Test
    void signingInAgainEndsTheFormerSessionOfTheBrowser() {
        var staff = people.staff(StaffRole.OWNER);
        var browser = Browser.of(http(), staff);
        var former = browser.cookie();

        browser.signIn(staff.email(), People.PASSWORD).expectStatus().isNoContent();

        assertThat(browser.cookie().getValue()).isNotEqualTo(former.getValue());
        http().post()
                .uri("/graphql")
                .header("X-Quittance-App", "console")
                .cookie(former.getName(), former.getValue())
                .bodyValue(Map.of("query", "{ viewer { id } }"))
                .exchange()
                .expectBody()
                .jsonPath("$.data.viewer")
                .isEmpty();
    }

    @Test
    void anIdleSessionEnds() {
        var browser = Browser.of(http(), people.staff(StaffRole.OWNER));
        db.sql("update session set last_seen_at = now() - interval '8 hours'").then().block();

        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void anOldSessionEndsHoweverBusy() {
        var browser = Browser.of(http(), people.staff(StaffRole.OWNER));
        db.sql("update session set expires_at = now()").then().block();

        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void aUsedSessionIsSeen() {
        var browser = Browser.of(http(), people.staff(StaffRole.OWNER));
        db.sql("update session set last_seen_at = now() - interval '7 hours'").then().block();

        assertThat(browser.signedIn()).isTrue();
        assertThat(
                        db.sql(
                                        "select count(*) from session where last_seen_at > now() - interval '1 minute'")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isPositive();
    }

    /** Another server, or an operator with SQL, does not tell this server of what it did. */
    @Test
    void aDisabledPersonIsOutWithinTheTimeOfRemembering() throws InterruptedException {
        var staff = people.staff(StaffRole.OWNER);
        var browser = Browser.of(http(), staff);
        assertThat(browser.signedIn()).isTrue();

        db.sql("update login set status = 'DISABLED' where id = :id")
                .bind("id", staff.id())
                .then()
                .block();
        Thread.sleep(1100);

        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void aContactWithoutAccessIsOut() {
        var customer = Ids.next();
        var contact = people.contact(customer, ContactAccess.PRIMARY);
        var browser = Browser.of(http(), contact);
        assertThat(browser.signedIn()).isTrue();

        people.setEnabled(contact, false);

        assertThat(browser.signedIn()).isFalse();
        new Browser(http(), App.PORTAL)
                .signIn(contact.email(), People.PASSWORD)
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aPersonOfTwoCustomersSeesOneAtATime() {
        var first = Ids.next();
        var second = Ids.next();
        var contact = people.contact(first, ContactAccess.VIEWER);
        people.grant(contact, second, ContactAccess.PRIMARY);
        var browser = Browser.of(http(), contact);

        switchTo(browser, second).isNoContent();
        browser.graphql("{ viewer { permissions } }", Map.of())
                .expectBody()
                .jsonPath("$.data.viewer.permissions")
                .value(all -> assertThat(all.toString()).contains("CONTACT_BILLING"));

        switchTo(browser, Ids.next()).isNotFound();
        switchTo(browser, first).isNoContent();
        browser.graphql("{ viewer { permissions } }", Map.of())
                .expectBody()
                .jsonPath("$.data.viewer.permissions")
                .value(all -> assertThat(all.toString()).doesNotContain("CONTACT_BILLING"));
    }

    private static StatusAssertions switchTo(Browser browser, UUID customer) {
        return browser.post("switch-customer", Map.of("customerId", customer)).expectStatus();
    }

    private String refusal(String email, String password) {
        var answer =
                new Browser(http(), App.CONSOLE)
                        .post("sign-in", Map.of("email", email, "password", password))
                        .expectStatus()
                        .isEqualTo(HttpStatus.UNAUTHORIZED)
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody(String.class)
                        .returnResult();
        return answer.getResponseHeaders().headerNames() + answer.getResponseBody();
    }
}
