package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

class StaffIntegrationTests extends IntegrationTest {
    private static final String INVITE =
            """
            mutation ($input: InviteStaffUserInput!) {
              outcome: inviteStaffUser(input: $input) {
                __typename
                ... on StaffUserInvited { staffUser { id name email role status lastSignInAt } }
                ... on InvalidInput { fields { path message } }
              }
            }""";

    private static final String UPDATE =
            """
            mutation ($input: UpdateStaffUserInput!) {
              outcome: updateStaffUser(input: $input) {
                __typename
                ... on StaffUserUpdated { staffUser { id name role } }
                ... on Problem { message }
                ... on InvalidInput { fields { path } }
              }
            }""";

    private static final String ENABLE =
            """
            mutation ($input: SetStaffUserEnabledInput!) {
              outcome: setStaffUserEnabled(input: $input) {
                __typename
                ... on StaffUserUpdated { staffUser { status } }
                ... on Problem { message }
              }
            }""";

    @Autowired People people;
    @Autowired LoginRepository repository;
    @Autowired Logins logins;

    @BeforeEach
    void nobodyWorksHereYet() {
        db.sql("delete from session").then().block();
        db.sql("delete from one_time_link").then().block();
        db.sql("delete from login").then().block();
        db.sql("delete from sign_in_failure").then().block();
    }

    @Test
    void anInvitedPersonIsMailedAndListed() {
        var id = invite(asOwner(), "  Ada Lovelace ", "Ada@Quittance.Example", "BILLING");

        asOwner()
                .document("{ staffUsers { id name email role status lastSignInAt } }")
                .execute()
                .path("staffUsers[0].name")
                .entity(String.class)
                .isEqualTo("Ada Lovelace")
                .path("staffUsers[0].email")
                .entity(String.class)
                .isEqualTo("ada@quittance.example")
                .path("staffUsers[0].status")
                .entity(String.class)
                .isEqualTo("INVITED");
        assertThat(told(id)).isEqualTo(1);
        assertThat(noted(id)).isEqualTo(1);
    }

    @Test
    void whoHasNotAcceptedIsInvitedAgainButNobodyTwice() {
        var id = invite(asOwner(), "Ada", "ada@quittance.example", "BILLING");
        assertThat(invite(asOwner(), "Ada L.", "ADA@quittance.example", "BILLING")).isEqualTo(id);
        assertThat(told(id)).isEqualTo(2);

        logins.activate(id, People.PASSWORD).block();

        outcome(asOwner(), INVITE, input("Ada", "ada@quittance.example", "BILLING"))
                .path("outcome.__typename")
                .entity(String.class)
                .isEqualTo("InvalidInput");
    }

    @Test
    void aSecondInvitationIsNoWayToAnotherRole() {
        invite(asOwner(), "Ada", "ada@quittance.example", "SUPPORT");

        outcome(asOwner(), INVITE, input("Ada", "ada@quittance.example", "ADMIN"))
                .path("outcome.fields[0].path")
                .entity(String.class)
                .isEqualTo("role");
    }

    @Test
    void badNamesAndAddressesAreRefused() {
        outcome(asOwner(), INVITE, input("Ada\u202E", "ada@quittance.example", "SUPPORT"))
                .path("outcome.fields[0].path")
                .entity(String.class)
                .isEqualTo("name");
        for (var bad :
                new String[] {
                    "", "nobody", "a@b", "a b@c.example", "a@b\u0000.example", "x".repeat(300)
                }) {
            outcome(asOwner(), INVITE, input("Ada", bad, "SUPPORT"))
                    .path("outcome.fields[0].path")
                    .entity(String.class)
                    .isEqualTo("email");
        }
        assertThat(repository.anyStaff().block()).isFalse();
    }

    @Test
    void anotherRoleCountsAtOnce() {
        people.staff(StaffRole.OWNER);
        var staff = people.staff(StaffRole.ADMIN);
        var browser = Browser.of(http(), staff);
        browser.graphql("{ staffUsers { id } }", Map.of())
                .expectBody()
                .jsonPath("$.data.staffUsers")
                .isArray();

        update(asOwner(), Map.of("id", staff.id(), "role", "READ_ONLY"), "StaffUserUpdated");

        browser.graphql("{ staffUsers { id } }", Map.of())
                .expectBody()
                .jsonPath("$.errors[0].extensions.classification")
                .isEqualTo("FORBIDDEN");
        assertThat(noted(staff.id())).isEqualTo(2);
    }

    @Test
    void theLastOwnerStaysOne() {
        var owner = people.staff(StaffRole.OWNER);
        invite(asOwner(), "Invited", "invited@quittance.example", "OWNER");

        update(asOwner(), Map.of("id", owner.id(), "role", "ADMIN"), "LastOwner");
        enable(asOwner(), owner.id(), false, "LastOwner");
        update(asOwner(), Map.of("id", owner.id(), "name", "Still Owner"), "StaffUserUpdated");

        people.staff(StaffRole.OWNER);
        update(asOwner(), Map.of("id", owner.id(), "role", "ADMIN"), "StaffUserUpdated");
    }

    @Test
    void anAdminDoesNotManageOwners() {
        people.staff(StaffRole.OWNER);
        var owner = people.staff(StaffRole.OWNER);
        var admin = people.staff(StaffRole.ADMIN);

        forbidden(INVITE, input("Ada", "ada@quittance.example", "OWNER"));
        forbidden(UPDATE, Map.of("id", owner.id(), "name", "Renamed"));
        forbidden(UPDATE, Map.of("id", admin.id(), "role", "OWNER"));
        forbidden(ENABLE, Map.of("id", owner.id(), "enabled", false));
        update(asAdmin(), Map.of("id", admin.id(), "name", "Renamed"), "StaffUserUpdated");
        invite(asAdmin(), "Ada", "ada@quittance.example", "ADMIN");
    }

    @Test
    void aDisabledPersonIsOutAtOnceAndMayComeBack() {
        people.staff(StaffRole.OWNER);
        var staff = people.staff(StaffRole.BILLING);
        var browser = Browser.of(http(), staff);
        assertThat(browser.signedIn()).isTrue();

        enable(asOwner(), staff.id(), false, "StaffUserUpdated");
        assertThat(browser.signedIn()).isFalse();
        browser.signIn(staff.email(), People.PASSWORD).expectStatus().isUnauthorized();

        enable(asOwner(), staff.id(), true, "StaffUserUpdated");
        assertThat(browser.signedIn()).isFalse();
        browser.signIn(staff.email(), People.PASSWORD).expectStatus().isNoContent();
    }

    @Test
    void anUnknownPersonIsNotFound() {
        people.staff(StaffRole.OWNER);
        var contact = people.contact(Ids.next(), ContactAccess.PRIMARY);

        for (var id : new UUID[] {Ids.next(), contact.id()}) {
            asOwner()
                    .document(UPDATE)
                    .variable("input", Map.of("id", id, "name", "X"))
                    .execute()
                    .errors()
                    .satisfy(
                            errors ->
                                    assertThat(errors.getFirst().getErrorType().toString())
                                            .isEqualTo("NOT_FOUND"));
        }
        db.sql("delete from portal_access").then().block();
    }

    @Test
    void theFirstOwnerIsInvitedOnce() {
        var settings =
                new IdentitySettings(
                        new IdentitySettings.FirstOwner("Boss@Quittance.Example", "The Boss"),
                        new IdentitySettings.Identity(Duration.ofSeconds(1)));
        var first = new FirstOwner(repository, logins, settings);

        first.invite().block();
        first.invite().block();

        var staff = repository.staff().collectList().block();
        assertThat(staff)
                .singleElement()
                .satisfies(
                        owner -> {
                            assertThat(owner.email()).isEqualTo("boss@quittance.example");
                            assertThat(owner.role()).isEqualTo(StaffRole.OWNER);
                            assertThat(owner.status()).isEqualTo(PersonStatus.INVITED);
                        });
        assertThat(told(staff.getFirst().id())).isEqualTo(1);
    }

    private HttpGraphQlTester asAdmin() {
        return graphql(
                new Caller(
                        Caller.Kind.STAFF,
                        Ids.next(),
                        "Ann Admin",
                        StaffRole.ADMIN.permissions(),
                        null,
                        null));
    }

    private UUID invite(HttpGraphQlTester caller, String name, String email, String role) {
        return outcome(caller, INVITE, input(name, email, role))
                .path("outcome.staffUser.email")
                .entity(String.class)
                .isEqualTo(email.toLowerCase(Locale.ROOT))
                .path("outcome.staffUser.id")
                .entity(UUID.class)
                .get();
    }

    private static Map<String, Object> input(String name, String email, String role) {
        return Map.of("name", name, "email", email, "role", role);
    }

    private static void update(HttpGraphQlTester caller, Map<String, Object> input, String type) {
        outcome(caller, UPDATE, input)
                .path("outcome.__typename")
                .entity(String.class)
                .isEqualTo(type);
    }

    private static void enable(HttpGraphQlTester caller, UUID id, boolean enabled, String type) {
        outcome(caller, ENABLE, Map.of("id", id, "enabled", enabled))
                .path("outcome.__typename")
                .entity(String.class)
                .isEqualTo(type);
    }

    private void forbidden(String document, Map<String, Object> input) {
        asAdmin()
                .document(document)
                .variable("input", input)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors.getFirst().getErrorType().toString())
                                        .isEqualTo("FORBIDDEN"));
    }

    private static Response outcome(
            HttpGraphQlTester caller, String document, Map<String, Object> input) {
        return caller.document(document).variable("input", input).execute();
    }

    private long told(UUID login) {
        return count(
                "select count(*) from event where type = 'InvitationRequested' and stream = :id",
                login);
    }

    private long noted(UUID login) {
        return count("select count(*) from history_entry where subject_id = :id", login);
    }

    private long count(String sql, UUID id) {
        return db.sql(sql).bind("id", id).mapValue(Long.class).one().block();
    }
}
