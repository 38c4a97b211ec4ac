package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quittance.identity.ApiClientChange.ApiClientCreated;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Settings;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class TokenIntegrationTests extends IntegrationTest {
    @Autowired ApiClients clients;
    @Autowired Settings settings;
    @Autowired SigningKeys keys;

    private ApiClientCreated created;
    private Program program;

    @BeforeAll
    void aClientIsRegistered() {
        created =
                clients.create(
                                staff(Permission.values()),
                                "Bookkeeping",
                                List.of(Permission.CUSTOMER_READ, Permission.INVOICE_READ),
                                null)
                        .block();
        program = new Program(http(), created.apiClient().clientId(), created.clientSecret());
    }

    @Test
    void aClientQueriesWithATokenOfItsOwn() {
        program.ask(program.token(), "{ viewer { kind name email permissions } }")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.viewer.kind")
                .isEqualTo("CLIENT")
                .jsonPath("$.data.viewer.name")
                .isEqualTo("Bookkeeping")
                .jsonPath("$.data.viewer.email")
                .isEmpty()
                .jsonPath("$.data.viewer.permissions")
                .value(
                        all ->
                                assertThat(all.toString())
                                        .contains("SIGNED_IN", "CUSTOMER_READ", "INVOICE_READ")
                                        .doesNotContain("WRITE", "STAFF"));
    }

    @Test
    void theAnswerIsThatOfTheStandard() {
        program.basic("grant_type=client_credentials")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*")
                .expectBody()
                .jsonPath("$.token_type")
                .isEqualTo("Bearer")
                .jsonPath("$.expires_in")
                .isEqualTo(600)
                .jsonPath("$.scope")
                .isEqualTo("CUSTOMER_READ INVOICE_READ");
        program.post("grant_type=client_credentials").expectStatus().isOk();
    }

    @Test
    void aScopeNarrowsTheToken() {
        var token = program.token("INVOICE_READ");

        program.ask(token, "{ viewer { permissions } }")
                .expectBody()
                .jsonPath("$.data.viewer.permissions")
                .value(all -> assertThat(all.toString()).doesNotContain("CUSTOMER_READ"));
        program.ask(token, "{ customers { totalCount } }")
                .expectBody()
                .jsonPath("$.errors[0].extensions.classification")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void errorsAreThoseOfTheStandard() {
        refused("grant_type=client_credentials&scope=CATALOG_WRITE", 400, "invalid_scope");
        refused("grant_type=client_credentials&scope=nonsense", 400, "invalid_scope");
        refused("grant_type=password&username=a&password=b", 400, "unsupported_grant_type");
        refused("nothing=here", 400, "invalid_request");
        refused("", 400, "invalid_request");
        new Program(http(), program.clientId(), "not the secret")
                .basic("grant_type=client_credentials")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
        new Program(http(), "qc-nobody", "x")
                .post("grant_type=client_credentials")
                .expectStatus()
                .isUnauthorized();
        http().post()
                .uri("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue("grant_type=client_credentials")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        http().post()
                .uri("/oauth2/token")
                .header("Content-Type", "application/json")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void whatThirdPartiesNeedIsAtItsWellKnownPlace() throws Exception {
        http().get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo(home())
                .jsonPath("$.token_endpoint")
                .isEqualTo(home() + "/oauth2/token")
                .jsonPath("$.jwks_uri")
                .isEqualTo(home() + "/oauth2/jwks")
                .jsonPath("$.token_endpoint_auth_methods_supported[0]")
                .isEqualTo("client_secret_basic");

        var token = SignedJWT.parse(program.token());
        var key = jwks().getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    }

    @Test
    void aDisabledClientGetsNoTokenAndItsTokensEnd() {
        var other = register("Nightly export");
        var token = other.token();
        other.ask(token, "{ viewer { id } }").expectStatus().isOk();

        clients.setEnabled(staff(Permission.values()), other.id(), false).block();

        other.ask(token, "{ viewer { id } }").expectStatus().isUnauthorized();
        other.basic("grant_type=client_credentials").expectStatus().isUnauthorized();
        clients.setEnabled(staff(Permission.values()), other.id(), true).block();
        other.ask(other.token(), "{ viewer { id } }").expectStatus().isOk();
    }

    @Test
    void aClientDisabledUnheardIsOutWithinTheTimeOfRemembering() throws InterruptedException {
        var other = register("Export");
        var token = other.token();
        other.ask(token, "{ viewer { id } }").expectStatus().isOk();

        db.sql("update api_client set enabled = false where id = :id")
                .bind("id", other.id())
                .then()
                .block();
        Thread.sleep(1100);

        other.ask(token, "{ viewer { id } }").expectStatus().isUnauthorized();
    }

    @Test
    void anotherSecretEndsTheOldOneAtOnce() {
        var other = register("Rotated");

        var rotated = clients.rotateSecret(staff(Permission.values()), other.id()).block();

        other.basic("grant_type=client_credentials").expectStatus().isUnauthorized();
        new Program(http(), other.clientId(), rotated.clientSecret())
                .basic("grant_type=client_credentials")
                .expectStatus()
                .isOk();
    }

    @Test
    void theOldKeyVerifiesUntilItsLastTokenHasExpired() throws Exception {
        var before = program.token();

        var key = keys.rotate().block();

        var after = program.token();
        assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isEqualTo(key.id().toString());
        assertThat(SignedJWT.parse(before).getHeader().getKeyID())
                .isNotEqualTo(key.id().toString());
        program.ask(before, "{ viewer { id } }").expectStatus().isOk();
        program.ask(after, "{ viewer { id } }").expectStatus().isOk();
        assertThat(jwks().getKeys()).hasSizeGreaterThan(1);
    }

    @Test
    void aKeyIsChangedAfterNinetyDays() throws Exception {
        var before = SignedJWT.parse(program.token()).getHeader().getKeyID();
        db.sql("update signing_key set created_at = now() - interval '91 days'").then().block();
        keys.forget();

        assertThat(SignedJWT.parse(program.token()).getHeader().getKeyID()).isNotEqualTo(before);
    }

    @Test
    void twoServersThatRotateAtOnceAgree() {
        var rotated = Flux.range(0, 4).flatMap(_ -> keys.rotate()).collectList().block();

        assertThat(rotated).hasSize(4);
        assertThat(
                        db.sql("select count(*) from signing_key where retired_at is null")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(1);
    }

    @Test
    void thePrivateKeyIsSealed() {
        program.token();

        assertThat(
                        db.sql("select encode(sealed_jwk, 'escape') from signing_key")
                                .mapValue(String.class)
                                .all()
                                .collectList()
                                .block())
                .allSatisfy(kept -> assertThat(kept).doesNotContain("\"d\"", "kty"));
    }

    @Test
    void anotherMasterSecretTakesAnotherKey() {
        program.token();
        db.sql("update signing_key set sealed_jwk = sha256(sealed_jwk)").then().block();
        keys.forget();

        program.ask(program.token(), "{ viewer { id } }").expectStatus().isOk();
    }

    @Test
    void aClientOfACustomerIsBoundToIt() {
        var customer = new Shop(asOwner()).customer();
        var bound =
                clients.create(
                                staff(Permission.values()),
                                "Customer's own",
                                List.of(Permission.CONTACT_BILLING),
                                customer)
                        .block();
        var theirs = new Program(http(), bound.apiClient().clientId(), bound.clientSecret());

        assertThat(bound.apiClient().scopes())
                .containsExactly(Permission.CONTACT, Permission.CONTACT_BILLING);
        theirs.ask(theirs.token(), "{ viewer { permissions } }")
                .expectBody()
                .jsonPath("$.data.viewer.permissions")
                .value(all -> assertThat(all.toString()).contains("CONTACT_BILLING"));
        theirs.ask(
                        theirs.token(),
                        "mutation { changePassword(input: {existing: \"a\", new: \"b\"}) {"
                                + " __typename } }")
                .expectBody()
                .jsonPath("$.errors[0].extensions.classification")
                .isEqualTo("FORBIDDEN");
    }

    private void refused(String body, int status, String error) {
        program.basic(body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo(error);
    }

    private Program register(String name) {
        var made =
                clients.create(
                                staff(Permission.values()),
                                name,
                                List.of(Permission.INVOICE_READ),
                                null)
                        .block();
        return new Program(
                http(), made.apiClient().clientId(), made.clientSecret(), made.apiClient().id());
    }

    private JWKSet jwks() throws ParseException {
        return JWKSet.parse(
                http().get()
                        .uri("/oauth2/jwks")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private String home() {
        return settings.publicUrl().toString();
    }
}
