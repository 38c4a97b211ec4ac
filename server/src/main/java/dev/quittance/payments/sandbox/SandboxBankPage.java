package dev.quittance.payments.sandbox;

import dev.quittance.payments.Charges;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * The page on which the payer's bank, played by us, asks for a confirmation. The unguessable
 * reference in its address is all it goes by: it reads no cookie, and the one thing it can do is to
 * answer for that one charge.
 */
class SandboxBankPage {
    static final String PATH = "/sandbox/confirm/{reference}";

    private static final String STYLE = "/sandbox/bank.css";

    // With less, the browser says "Origin: null" when the form is sent, which is refused.
    private static final String REFERRER = "same-origin";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private final SandboxMemory memory;
    private final Charges charges;

    SandboxBankPage(SandboxMemory memory, Charges charges) {
        this.memory = memory;
        this.charges = charges;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(PATH, this::show)
                .GET(STYLE, _ -> style())
                .POST(PATH, this::decide)
                .build();
    }

    private static Mono<ServerResponse> style() {
        return ServerResponse.ok()
                .contentType(MediaType.valueOf("text/css"))
                .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS))
                .bodyValue(new ClassPathResource("sandbox-bank.css"));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return memory.byId(request.pathVariable("reference"))
                .flatMap(SandboxBankPage::page)
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<ServerResponse> decide(ServerRequest request) {
        return request.formData()
                .map(form -> "confirm".equals(form.getFirst("answer")))
                .flatMap(yes -> memory.decide(request.pathVariable("reference"), yes))
                .map(SandboxCharge::id)
                .flatMap(id -> charges.heard(SandboxGateway.NAME, id).then(backToPage(id)))
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private static Mono<ServerResponse> backToPage(String reference) {
        var page = UriComponentsBuilder.fromPath(PATH).buildAndExpand(reference).toUri();
        return ServerResponse.seeOther(page).header("Referrer-Policy", REFERRER).build();
    }

    private static Mono<ServerResponse> page(SandboxCharge charge) {
        var open = charge.state() == SandboxCharge.State.REQUIRES_ACTION;
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", REFERRER)
                .bodyValue(FRAME.formatted(open ? question(charge) : answer(charge)));
    }

    private static String question(SandboxCharge charge) {
        return QUESTION.formatted(
                HtmlUtils.htmlEscape(charge.amount().toString()),
                SandboxCard.of(charge.cardToken()).map(SandboxCard::label).orElse("your card"),
                HtmlUtils.htmlEscape(charge.description()));
    }

    private static String answer(SandboxCharge charge) {
        return charge.state() == SandboxCharge.State.SUCCEEDED
                ? "<h1>Confirmed</h1><p>You can go back to the shop.</p>"
                : "<h1>Not confirmed</h1><p>Nothing is paid. You can go back to the shop.</p>";
    }

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Sandbox Bank</title>
            <link rel="stylesheet" href="/sandbox/bank.css">
            </head>
            <body><main><p class="bank">Sandbox Bank</p>%s</main></body>
            </html>
            """;

    private static final String QUESTION =
            """
            <h1>Confirm your payment</h1>
            <dl>
            <div><dt>Amount</dt><dd>%s</dd></div>
            <div><dt>Card</dt><dd>%s</dd></div>
            <div><dt>For</dt><dd>%s</dd></div>
            </dl>
            <form method="post">
            <button name="answer" value="confirm" class="first">Confirm</button>
            <button name="answer" value="refuse">Refuse</button>
            </form>
            <p class="note">This page plays the part of your bank. No real money moves.</p>
            """;
}
