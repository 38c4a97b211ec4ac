package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.quittance.platform.Permission;
import dev.quittance.platform.Settings;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Tokens that are nearly right. Each is refused. */
class TokenForgeryTests extends IntegrationTest {
    private static final String WHO = "{ viewer { name } }";

    @Autowired ApiClients clients;
    @Autowired Settings settings;
    @Autowired SigningKeys keys;

    private Program program;
    private ECKey key;

    @BeforeAll
    void aClientIsRegistered() {
        var made =
                clients.create(
                                staff(Permission.values()),
                                "Bookkeeping",
                                List.of(Permission.INVOICE_READ),
                                null)
                        .block();
        program = new Program(http(), made.apiClient().clientId(), made.clientSecret());
        key = keys.signing().block();
    }

    @Test
    void theRealThingCounts() throws JOSEException {
        accepted(signed(claims -> {}));
        accepted(program.token());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(new PlainJWT(claims(_ -> {})).serialize());
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() throws JOSEException {
        var other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        refused(signed(header("at+jwt", other.getKeyID()), new ECDSASigner(other), _ -> {}));
        var unknown = new ECKeyGenerator(Curve.P_256).keyID("unknown").generate();
        refused(signed(header("at+jwt", "unknown"), new ECDSASigner(unknown), _ -> {}));
    }

    /** The public key as the secret of a symmetric signature. */
    @Test
    void aTokenOfAnotherAlgorithmIsRefused() throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build();
        refused(signed(header, new MACSigner(key.toECPublicKey().getEncoded()), _ -> {}));
    }

    @Test
    void aTokenWithAKeyOfItsOwnIsRefused() throws JOSEException {
        var own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("own")
                        .jwk(own.toPublicJWK())
                        .build();
        refused(signed(header, new ECDSASigner(own), _ -> {}));
    }

    @Test
    void aChangedTokenIsRefused() {
        var parts = program.token().split("\\.");
        var changed = claims(claims -> claims.claim("scope", "USERS_MANAGE")).toPayload();

        refused(parts[0] + "." + changed.toBase64URL() + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused("nonsense");
        refused("x".repeat(5000));
    }

    @Test
    void anotherIssuersTokenIsRefused() throws JOSEException {
        refused(signed(claims -> claims.issuer("https://evil.example")));
        refused(signed(claims -> claims.issuer(null)));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws JOSEException {
        refused(signed(claims -> claims.audience("https://other.example/graphql")));
        refused(signed(claims -> claims.audience((String) null)));
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws JOSEException {
        refused(signed(header("JWT", key.getKeyID()), new ECDSASigner(key), _ -> {}));
        refused(signed(header(null, key.getKeyID()), new ECDSASigner(key), _ -> {}));
    }

    @Test
    void aTokenWithoutItsTimesIsRefused() throws JOSEException {
        refused(signed(claims -> claims.expirationTime(null)));
        refused(signed(claims -> claims.issueTime(null)));
        refused(signed(claims -> claims.issueTime(null).expirationTime(null)));
    }

    @Test
    void aTokenThatLivesTooLongIsRefused() throws JOSEException {
        refused(signed(claims -> claims.expirationTime(in(Duration.ofDays(3650)))));
        refused(signed(claims -> claims.expirationTime(in(Duration.ofMinutes(12)))));
    }

    @Test
    void anExpiredTokenIsRefused() throws JOSEException {
        refused(
                signed(
                        claims ->
                                claims.issueTime(in(Duration.ofMinutes(-5)))
                                        .expirationTime(in(Duration.ofSeconds(-1)))));
    }

    @Test
    void aTokenIsRefusedOnceExpiredThoughItIsRemembered() throws Exception {
        var token = signed(claims -> claims.expirationTime(in(Duration.ofMillis(1900))));
        accepted(token);
        Thread.sleep(2000);
        refused(token);
    }

    @Test
    void aTokenFromTheFutureIsRefused() throws JOSEException {
        refused(
                signed(
                        claims ->
                                claims.issueTime(in(Duration.ofMinutes(5)))
                                        .expirationTime(in(Duration.ofMinutes(10)))));
        refused(signed(claims -> claims.notBeforeTime(in(Duration.ofMinutes(5)))));
    }

    @Test
    void aTokenOfNobodyIsRefused() throws JOSEException {
        refused(signed(claims -> claims.subject(null)));
        refused(signed(claims -> claims.subject(" ")));
        refused(signed(claims -> claims.subject("qc-nobody").claim("client_id", "qc-nobody")));
        refused(signed(claims -> claims.claim("client_id", "another")));
        refused(signed(claims -> claims.jwtID(null)));
    }

    @Test
    void aTokenCanNotGiveMoreThanItsClientHas() throws JOSEException {
        ask(signed(claims -> claims.claim("scope", "INVOICE_READ USERS_MANAGE NONSENSE")))
                .expectStatus()
                .isOk();
        program.ask(
                        signed(claims -> claims.claim("scope", "USERS_MANAGE")),
                        "{ viewer { permissions } }")
                .expectBody()
                .jsonPath("$.data.viewer.permissions")
                .value(all -> assertThat(all.toString()).doesNotContain("USERS_MANAGE"));
    }

    @Test
    void aTokenCountsInTheHeaderOnly() {
        var token = program.token();
        http().post()
                .uri("/graphql?access_token=" + token)
                .bodyValue(Map.of("query", WHO))
                .exchange()
                .expectBody()
                .jsonPath("$.data.viewer")
                .isEmpty();
        http().post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("access_token=" + token + "&query=" + WHO)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        http().post()
                .uri("/graphql")
                .header("X-Quittance-App", "console")
                .cookie("quittance-console", token)
                .bodyValue(Map.of("query", WHO))
                .exchange()
                .expectBody()
                .jsonPath("$.data.viewer")
                .isEmpty();
    }

    @Test
    void aKeyThatIsLongRetiredVerifiesNoMore() throws JOSEException {
        var old = key;
        keys.rotate().block();
        accepted(signed(_ -> {}));

        db.sql("update signing_key set retired_at = now() - interval '13 minutes' where id = :id")
                .bind("id", UUID.fromString(old.getKeyID()))
                .then()
                .block();
        keys.forget();
        refused(signed(_ -> {}));
        key = keys.signing().block();
        accepted(signed(_ -> {}));
    }

    private void accepted(String token) {
        ask(token).expectStatus().isOk().expectBody().jsonPath("$.data.viewer.name").exists();
    }

    private void refused(String token) {
        ask(token)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private ResponseSpec ask(String token) {
        return program.ask(token, WHO);
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(header("at+jwt", key.getKeyID()), new ECDSASigner(key), change);
    }

    private String signed(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        var jwt = new SignedJWT(header, claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSHeader header(@Nullable String type, String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type == null ? null : new JOSEObjectType(type))
                .keyID(keyId)
                .build();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(home())
                        .audience(home() + "/graphql")
                        .subject(program.clientId())
                        .claim("client_id", program.clientId())
                        .claim("scope", "INVOICE_READ")
                        .issueTime(in(Duration.ZERO))
                        .expirationTime(in(Duration.ofMinutes(5)))
                        .jwtID(UUID.randomUUID().toString());
        change.accept(claims);
        return claims.build();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private String home() {
        return settings.publicUrl().toString();
    }
}
