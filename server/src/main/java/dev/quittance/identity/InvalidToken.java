package dev.quittance.identity;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The bearer's token is none of ours, or no longer; which of the two, nobody is told. */
final class InvalidToken extends ResponseStatusException {

    InvalidToken() {
        super(
                HttpStatus.UNAUTHORIZED,
                "The access token is not valid. Ask /oauth2/token for another.");
    }

    /** As RFC 6750 wants it. */
    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return headers;
    }
}
