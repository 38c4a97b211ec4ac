package dev.quittance.identity;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import dev.quittance.platform.Unauthorized;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in and out of the two web applications, and forgotten passwords. */
@RestController
@RequestMapping("/auth")
class AuthController {
    private final SignIn signIn;
    private final PasswordReset reset;
    private final Sessions sessions;
    private final SessionCallers callers;
    private final Cookies cookies;

    AuthController(
            SignIn signIn,
            PasswordReset reset,
            Sessions sessions,
            SessionCallers callers,
            Cookies cookies) {
        this.signIn = signIn;
        this.reset = reset;
        this.sessions = sessions;
        this.callers = callers;
        this.cookies = cookies;
    }

    record SignInRequest(@Nullable String email, @Nullable String password) {}

    record ForgottenRequest(@Nullable String email) {}

    record ResetRequest(@Nullable String token, @Nullable String newPassword) {}

    record SwitchRequest(@Nullable UUID customerId) {}

    /** Opens a session; the one there was in this browser ends. */
    @PostMapping(path = "/sign-in", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> signIn(
            @RequestBody SignInRequest request, ServerWebExchange exchange) {
        var app = app(exchange);
        return signIn.with(app, text(request.email()), text(request.password()), address(exchange))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.UNAUTHORIZED,
                                                "The email address or the password is not"
                                                        + " right.")))
                .delayUntil(_ -> callers.session(exchange).flatMap(sessions::end))
                .map(token -> done(cookies.opened(app, token)));
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        var app = app(exchange);
        return callers.session(exchange)
                .flatMap(sessions::end)
                .thenReturn(done(cookies.closed(app)));
    }

    @PostMapping("/sign-out-everywhere")
    Mono<ResponseEntity<Void>> signOutEverywhere(ServerWebExchange exchange) {
        var app = app(exchange);
        return callers.session(exchange)
                .switchIfEmpty(Mono.error(Unauthorized::new))
                .flatMap(session -> sessions.endAll(session.login(), null))
                .map(_ -> done(cookies.closed(app)));
    }

    /** Lets a person of several customers see another one of them. */
    @PostMapping(path = "/switch-customer", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> switchCustomer(
            @RequestBody SwitchRequest request, ServerWebExchange exchange) {
        app(exchange);
        return callers.session(exchange)
                .switchIfEmpty(Mono.error(Unauthorized::new))
                .flatMap(session -> switchCustomer(session, request.customerId()))
                .filter(switched -> switched)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.NOT_FOUND,
                                                "There is no such customer.")))
                .map(_ -> ResponseEntity.noContent().build());
    }

    /** Asks for a link by mail. The answer does not tell whether there is such an account. */
    @PostMapping(path = "/forgot-password", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> forgotPassword(
            @RequestBody ForgottenRequest request, ServerWebExchange exchange) {
        return reset.forgotten(app(exchange), text(request.email()), address(exchange))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** Chooses a password by a mailed link, an invitation's too; all sessions end. */
    @PostMapping(path = "/reset-password", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> resetPassword(
            @RequestBody ResetRequest request, ServerWebExchange exchange) {
        var app = app(exchange);
        return reset.with(app, text(request.token()), text(request.newPassword()))
                .filter(kept -> kept)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.GONE,
                                                "This link was used already, or is too old. Ask"
                                                        + " for a new one.")))
                .map(_ -> done(cookies.closed(app)));
    }

    private Mono<Boolean> switchCustomer(OpenSession session, @Nullable UUID customer) {
        return Mono.justOrEmpty(customer).flatMap(id -> sessions.switchCustomer(session, id));
    }

    private App app(ServerWebExchange exchange) {
        var app = cookies.app(exchange.getRequest());
        if (app == null) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The header " + Cookies.HEADER + " must be portal or console.");
        }
        return app;
    }

    private static ResponseEntity<Void> done(ResponseCookie cookie) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String address(ServerWebExchange exchange) {
        return SignInThrottle.address(exchange.getRequest().getRemoteAddress());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
