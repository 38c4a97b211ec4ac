package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

class ApiClientIntegrationTests extends IntegrationTest {
    private static final String CREATE =
            """
            mutation ($input: CreateApiClientInput!) {
              createApiClient(input: $input) {
                __typename
                ... on ApiClientCreated {
                  clientSecret
                  apiClient { id clientId name scopes actsForCustomerId enabled createdAt lastTokenAt }
                }
                ... on InvalidInput { fields { path message } }
              }
            }""";

    @Test
    void aClientIsRegisteredUsedRotatedAndDisabled() {
        var made = create(asOwner(), "Books", List.of("INVOICE_READ", "INVOICE_READ"), null);
        var id = made.path("createApiClient.apiClient.id").entity(UUID.class).get();
        var clientId = made.path("createApiClient.apiClient.clientId").entity(String.class).get();
        var secret = made.path("createApiClient.clientSecret").entity(String.class).get();
        made.path("createApiClient.apiClient.scopes")
                .entityList(String.class)
                .containsExactly("INVOICE_READ");

        new Program(http(), clientId, secret).token();
        var rotated =
                asOwner()
                        .document(
                                """
                                mutation ($id: ID!) {
                                  rotateApiClientSecret(input: { id: $id }) {
                                    ... on ApiClientSecretRotated {
                                      clientSecret
                                      apiClient { lastTokenAt }
                                    }
                                  }
                                }""")
                        .variable("id", id)
                        .execute();
        rotated.path("rotateApiClientSecret.apiClient.lastTokenAt").hasValue();
        rotated.path("rotateApiClientSecret.clientSecret")
                .entity(String.class)
                .isNotEqualTo(secret);

        asOwner()
                .document(
                        """
                        mutation ($id: ID!) {
                          setApiClientEnabled(input: { id: $id, enabled: false }) {
                            ... on ApiClientUpdated { apiClient { enabled } }
                          }
                        }""")
                .variable("id", id)
                .execute()
                .path("setApiClientEnabled.apiClient.enabled")
                .entity(Boolean.class)
                .isEqualTo(false);
        asOwner()
                .document("{ apiClients { clientId enabled } }")
                .execute()
                .path("apiClients[?(@.clientId == '%s')].enabled".formatted(clientId))
                .entityList(Boolean.class)
                .containsExactly(false);
        assertThat(noted(id))
                .containsExactlyInAnyOrder("created", "given a new secret", "disabled");
    }

    @Test
    void neitherTableNorHistoryHoldsTheSecret() {
        var secret =
                create(asOwner(), "Secretive", List.of("INVOICE_READ"), null)
                        .path("createApiClient.clientSecret")
                        .entity(String.class)
                        .get();

        assertThat(
                        db.sql(
                                        """
                                        select count(*)
                                          from api_client, history_entry
                                         where encode(secret_hash, 'escape') like :secret
                                            or after::text like :secret
                                        """)
                                .bind("secret", "%" + secret + "%")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isZero();
    }

    @Test
    void scopesThatMakeNoSenseAreRefused() {
        refused(asOwner(), "X", List.of(), null, "scopes");
        for (var scope : List.of("EVERYONE", "SIGNED_IN", "STAFF", "CONTACT", "CONTACT_BILLING")) {
            refused(asOwner(), "X", List.of("INVOICE_READ", scope), null, "scopes[1]");
        }
        refused(asOwner(), "X", List.of("INVOICE_READ"), Ids.next(), "scopes[0]");
        refused(asOwner(), "X", List.of("CONTACT"), Ids.next(), "actsForCustomerId");
        refused(asOwner(), " ", List.of("INVOICE_READ"), null, "name");
    }

    @Test
    void nobodyGivesAwayMoreThanTheyHold() {
        var little = asStaff(Permission.USERS_MANAGE, Permission.INVOICE_READ);
        refused(little, "X", List.of("INVOICE_READ", "PAYMENT_WRITE"), null, "scopes[1]");
        var powerful =
                create(asOwner(), "Powerful", List.of("PAYMENT_WRITE"), null)
                        .path("createApiClient.apiClient.id")
                        .entity(UUID.class)
                        .get();

        little.document(
                        """
                        mutation ($id: ID!) {
                          rotateApiClientSecret(input: { id: $id }) { __typename }
                        }""")
                .variable("id", powerful)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors.getFirst().getErrorType().toString())
                                        .isEqualTo("FORBIDDEN"));
    }

    @Test
    void anUnknownClientIsNotFound() {
        asOwner()
                .document(
                        """
                        mutation ($id: ID!) {
                          setApiClientEnabled(input: { id: $id, enabled: true }) { __typename }
                        }""")
                .variable("id", Ids.next())
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors.getFirst().getErrorType().toString())
                                        .isEqualTo("NOT_FOUND"));
    }

    @Test
    void theSigningKeyIsRotatedByMutation() {
        var document = "mutation { rotateSigningKey { keyId } }";
        var first = asOwner().document(document).execute().path("rotateSigningKey.keyId");
        var second = asOwner().document(document).execute().path("rotateSigningKey.keyId");

        assertThat(first.entity(UUID.class).get()).isNotEqualTo(second.entity(UUID.class).get());
    }

    private static Response create(
            HttpGraphQlTester caller, String name, List<String> scopes, UUID customer) {
        var input = new HashMap<String, Object>(Map.of("name", name, "scopes", scopes));
        input.put("actsForCustomerId", customer);
        return caller.document(CREATE).variable("input", input).execute();
    }

    private static void refused(
            HttpGraphQlTester caller,
            String name,
            List<String> scopes,
            UUID customer,
            String path) {
        create(caller, name, scopes, customer)
                .path("createApiClient.fields[0].path")
                .entity(String.class)
                .isEqualTo(path);
    }

    private List<String> noted(UUID client) {
        return db.sql(
                        "select what from history_entry where subject_id = :id and subject_kind = 'API_CLIENT'")
                .bind("id", client)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }
}
