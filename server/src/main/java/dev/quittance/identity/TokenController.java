package dev.quittance.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import dev.quittance.platform.Permission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where third parties' programs get their tokens, and find out how. */
@RestController
class TokenController {
    private static final int LONGEST_REQUEST = 16 * 1024;
    private static final Duration KEYS_CACHED = Duration.ofMinutes(1);

    private final TokenEndpoint endpoint;
    private final SigningKeys keys;
    private final URI token;
    private final String metadata;

    TokenController(TokenEndpoint endpoint, SigningKeys keys, ApiClientTokens tokens) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.token = URI.create(tokens.issuer() + "/oauth2/token");
        this.metadata = metadata(tokens.issuer(), token);
    }

    /** The body is read as it is: the SDK takes it apart. */
    @PostMapping("/oauth2/token")
    Mono<ResponseEntity<String>> token(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LONGEST_REQUEST)
                .map(TokenController::text)
                .defaultIfEmpty("")
                .flatMap(body -> endpoint.answer(http(request.getHeaders(), body)))
                .map(TokenResponse::toHTTPResponse)
                .map(TokenController::entity);
    }

    @GetMapping(path = "/oauth2/jwks")
    Mono<ResponseEntity<String>> jwks() {
        return keys.verifying()
                .map(
                        found ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .cacheControl(CacheControl.maxAge(KEYS_CACHED))
                                        .body(new JWKSet(found).toString(true)));
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    ResponseEntity<String> metadata() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(metadata);
    }

    private HTTPRequest http(HttpHeaders headers, String body) {
        var http = new HTTPRequest(HTTPRequest.Method.POST, token);
        headers.forEach((name, values) -> http.setHeader(name, values.toArray(String[]::new)));
        http.setBody(body);
        return http;
    }

    private static String text(DataBuffer buffer) {
        try {
            return buffer.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static ResponseEntity<String> entity(HTTPResponse response) {
        var headers = new HttpHeaders();
        response.getHeaderMap().forEach(headers::addAll);
        if (response.getStatusCode() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Quittance\"");
        }
        return ResponseEntity.status(response.getStatusCode())
                .headers(headers)
                .body(response.getBody());
    }

    private static String metadata(String issuer, URI token) {
        var metadata = new AuthorizationServerMetadata(new Issuer(issuer));
        metadata.setTokenEndpointURI(token);
        metadata.setJWKSetURI(URI.create(issuer + "/oauth2/jwks"));
        metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
        metadata.setResponseTypes(List.of());
        metadata.setTokenEndpointAuthMethods(
                List.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        ClientAuthenticationMethod.CLIENT_SECRET_POST));
        metadata.setScopes(
                new Scope(
                        Arrays.stream(Permission.values())
                                .filter(scope -> scope != Permission.EVERYONE)
                                .filter(scope -> scope != Permission.SIGNED_IN)
                                .filter(scope -> scope != Permission.STAFF)
                                .map(Enum::name)
                                .toArray(String[]::new)));
        return metadata.toJSONObject().toJSONString();
    }
}
