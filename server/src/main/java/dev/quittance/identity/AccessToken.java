package dev.quittance.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quittance.platform.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an API client shows with each request: a signed JWT after RFC 9068. */
final class AccessToken {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final String TYPE = "at+jwt";
    static final String CLIENT = "client_id";
    static final String SCOPE = "scope";

    private AccessToken() {}

    static String sign(
            ECKey key,
            String issuer,
            String audience,
            String clientId,
            Collection<Permission> scopes) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .subject(clientId)
                        .claim(CLIENT, clientId)
                        .claim(SCOPE, text(scopes))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .build();
        try {
            var jwt = new SignedJWT(header(key), claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Collection<Permission> scopes) {
        return scopes.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static JWSHeader header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .keyID(key.getKeyID())
                .build();
    }
}
