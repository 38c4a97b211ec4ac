package dev.quittance.identity;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.quittance.platform.Permission;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers token requests with the client credentials grant of OAuth2; the SDK words the errors. */
@Service
class TokenEndpoint {
    private final ApiClientRepository clients;
    private final ApiClientTokens tokens;

    TokenEndpoint(ApiClientRepository clients, ApiClientTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    Mono<TokenResponse> answer(HTTPRequest http) {
        try {
            return answer(TokenRequest.parse(http));
        } catch (ParseException e) {
            var error = e.getErrorObject();
            return Mono.just(refusal(error == null ? OAuth2Error.INVALID_REQUEST : error));
        }
    }

    private Mono<TokenResponse> answer(TokenRequest request) {
        if (!(request.getAuthorizationGrant() instanceof ClientCredentialsGrant)) {
            return Mono.just(refusal(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
        }
        var authentication = request.getClientAuthentication();
        if (!(authentication instanceof ClientSecretBasic
                || authentication instanceof ClientSecretPost)) {
            return Mono.just(refusal(OAuth2Error.INVALID_CLIENT));
        }
        var secret = ((PlainClientSecret) authentication).getClientSecret().getValue();
        return clients.find(authentication.getClientID().getValue())
                .filter(found -> found.client().enabled())
                .filter(
                        found ->
                                MessageDigest.isEqual(found.secretHash(), SecretToken.hash(secret)))
                .flatMap(found -> answer(found.client(), request.getScope()))
                .defaultIfEmpty(refusal(OAuth2Error.INVALID_CLIENT));
    }

    private Mono<TokenResponse> answer(ApiClient client, @Nullable Scope asked) {
        return Scopes.narrow(client.scopes(), asked)
                .map(scopes -> give(client, scopes))
                .orElseGet(() -> Mono.just(refusal(OAuth2Error.INVALID_SCOPE)));
    }

    private Mono<TokenResponse> give(ApiClient client, Set<Permission> scopes) {
        return tokens.issue(client, scopes)
                .map(
                        token ->
                                new BearerAccessToken(
                                        token,
                                        AccessToken.LIFE.toSeconds(),
                                        Scope.parse(AccessToken.text(scopes))))
                .map(token -> new AccessTokenResponse(new Tokens(token, null)));
    }

    private static TokenResponse refusal(ErrorObject error) {
        return new TokenErrorResponse(error);
    }
}
