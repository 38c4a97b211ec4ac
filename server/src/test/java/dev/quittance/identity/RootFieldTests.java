package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Who may use the root fields of people and programs: nobody without, a contact, another role. */
class RootFieldTests extends IntegrationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ staffUsers { id } }",
                "{ apiClients { id } }",
                "mutation { inviteStaffUser(input: {name: \"A\", email: \"a@b.example\", role: OWNER})"
                        + " { __typename } }",
                "mutation { updateStaffUser(input: {id: \"00000000-0000-7000-8000-000000000000\"})"
                        + " { __typename } }",
                "mutation { setStaffUserEnabled(input:"
                        + " {id: \"00000000-0000-7000-8000-000000000000\", enabled: false})"
                        + " { __typename } }",
                "mutation { createApiClient(input: {name: \"A\", scopes: [INVOICE_READ]})"
                        + " { __typename } }",
                "mutation { rotateApiClientSecret(input:"
                        + " {id: \"00000000-0000-7000-8000-000000000000\"}) { __typename } }",
                "mutation { setApiClientEnabled(input:"
                        + " {id: \"00000000-0000-7000-8000-000000000000\", enabled: false})"
                        + " { __typename } }",
                "mutation { rotateSigningKey { keyId } }"
            })
    void onlyWhoManagesUsersMay(String document) {
        refused(anonymous(), document, ErrorType.UNAUTHORIZED);
        refused(asContact(Ids.next()), document, ErrorType.FORBIDDEN);
        refused(asStaff(others()), document, ErrorType.FORBIDDEN);
        assertThat(rows()).isZero();
    }

    @Test
    void onlyPeopleChangeTheirPassword() {
        var document =
                "mutation { changePassword(input: {existing: \"a\", new: \"quite a long one\"})"
                        + " { __typename } }";

        refused(anonymous(), document, ErrorType.UNAUTHORIZED);
    }

    @Test
    void nobodyIsAnEmptyViewer() {
        anonymous()
                .document("{ viewer { id kind name email permissions } }")
                .execute()
                .path("viewer")
                .valueIsNull();
    }

    private static Permission[] others() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.USERS_MANAGE)
                .toArray(Permission[]::new);
    }

    private static void refused(HttpGraphQlTester caller, String document, ErrorType type) {
        caller.document(document)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType())
                                                                .isEqualTo(type)));
    }

    private long rows() {
        return db.sql(
                        """
                        select (select count(*) from login)
                             + (select count(*) from api_client)
                             + (select count(*) from signing_key)
                        """)
                .mapValue(Long.class)
                .one()
                .block();
    }
}
