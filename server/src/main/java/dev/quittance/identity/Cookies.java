package dev.quittance.identity;

import dev.quittance.platform.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The session cookies, and when they count: only with the header {@code X-Quittance-App}, which no
 * foreign page can send, or when a page of our own opens a WebSocket and names the application.
 * This rule is our protection against forged requests.
 */
@Component
class Cookies {
    static final String HEADER = "X-Quittance-App";
    static final String PARAMETER = "app";

    private final URI publicUrl;
    private final boolean https;

    Cookies(Settings settings) {
        this.publicUrl = settings.publicUrl();
        this.https = "https".equals(publicUrl.getScheme());
    }

    /** The application a request may use a cookie for; null when none counts. */
    @Nullable App app(ServerHttpRequest request) {
        var named = request.getHeaders().get(HEADER);
        if (named != null) {
            return named.size() == 1 ? App.named(named.getFirst()) : null;
        }
        return webSocket(request) && ownOrigin(request)
                ? App.named(request.getQueryParams().getFirst(PARAMETER))
                : null;
    }

    /** The value of the application's cookie, if the request bears it. */
    @Nullable String token(ServerHttpRequest request, App app) {
        var cookie = request.getCookies().getFirst(name(app));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    ResponseCookie opened(App app, String token) {
        return cookie(app, token, app.longest());
    }

    ResponseCookie closed(App app) {
        return cookie(app, "", Duration.ZERO);
    }

    String name(App app) {
        return (https ? "__Host-" : "") + "quittance-" + app.path();
    }

    private ResponseCookie cookie(App app, String value, Duration life) {
        return ResponseCookie.from(name(app), value)
                .httpOnly(true)
                .secure(https)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }

    private static boolean webSocket(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }

    /**
     * A browser tells truly which page opens a WebSocket: ours is at the public URL or this host.
     */
    private boolean ownOrigin(ServerHttpRequest request) {
        var origin = request.getHeaders().getOrigin();
        if (origin == null) {
            return false;
        }
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority())
                || origin.equals((https ? "https://" : "http://") + host);
    }
}
