package dev.quittance.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** What makes a text an access token of ours: signature, type, issuer, audience, and its times. */
final class TokenVerification {
    /** How far the clocks of our servers may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private TokenVerification() {}

    static ReactiveJwtDecoder decoder(SigningKeys keys, String issuer, String audience) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(
                                jwt ->
                                        keys.verifying(jwt.getHeader().getKeyID())
                                                .flatMapMany(Flux::fromIterable))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setClaimSetConverter(claims());
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        List.of(
                                new JwtTypeValidator(AccessToken.TYPE),
                                new JwtIssuerValidator(issuer),
                                new JwtAudienceValidator(audience),
                                timestamps(),
                                TokenVerification::ours)));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> timestamps() {
        var validator = new JwtTimestampValidator(Duration.ZERO);
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    /** Spring's own converter invents a time of issue where there is none; ours refuses. */
    private static Converter<Map<String, Object>, Map<String, Object>> claims() {
        var withDefaults = MappedJwtClaimSetConverter.withDefaults(Map.of());
        return claims -> {
            if (!(claims.get("iat") instanceof Date)) {
                throw new IllegalArgumentException("iat is missing");
            }
            return withDefaults.convert(claims);
        };
    }

    private static OAuth2TokenValidatorResult ours(Jwt jwt) {
        var fault = fault(jwt, Instant.now());
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", fault, null));
    }

    private static @Nullable String fault(Jwt jwt, Instant now) {
        var issued = jwt.getIssuedAt();
        var expires = jwt.getExpiresAt();
        var subject = jwt.getSubject();
        if (issued == null || issued.isAfter(now.plus(SKEW))) {
            return "The token is from the future.";
        }
        if (expires == null || expires.isAfter(issued.plus(AccessToken.LIFE))) {
            return "The token lives too long.";
        }
        if (subject == null
                || subject.isBlank()
                || !subject.equals(jwt.getClaimAsString(AccessToken.CLIENT))) {
            return "The token names no client.";
        }
        return uuid(jwt.getId()) == null ? "The token has no id." : null;
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
