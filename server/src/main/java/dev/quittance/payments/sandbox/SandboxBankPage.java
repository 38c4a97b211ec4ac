package dev.quittance.payments.sandbox;

import static org.springframework.http.MediaType.TEXT_HTML;

import dev.quittance.payments.Charges;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RequestPredicates;
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

    // Only back into our own two applications; `//` or `/\` would lead to another host.
    private static final Pattern WAY_BACK = Pattern.compile("/(portal|console)/[\\w/.?=&%-]*");

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
                .POST(PATH, RequestPredicates.accept(TEXT_HTML), this::decide)
                .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return memory.byId(request.pathVariable("reference"))
                .flatMap(charge -> page(charge, wayBack(request.queryParam("return"))))
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<ServerResponse> decide(ServerRequest request) {
        return request.formData()
                .flatMap(
                        form ->
                                memory.decide(
                                                request.pathVariable("reference"),
                                                "confirm".equals(form.getFirst("answer")))
                                        .flatMap(charge -> seeOther(charge, form)))
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<ServerResponse> seeOther(
            SandboxCharge charge, MultiValueMap<String, String> form) {
        var back = wayBack(Optional.ofNullable(form.getFirst("return")));
        var here = UriComponentsBuilder.fromPath(PATH).buildAndExpand(charge.id()).toUri();
        return charges.heard(SandboxGateway.NAME, charge.id())
                .then(
                        ServerResponse.seeOther(back.map(java.net.URI::create).orElse(here))
                                .header("Referrer-Policy", "no-referrer")
                                .build());
    }

    private static Mono<ServerResponse> page(SandboxCharge charge, Optional<String> back) {
        var open = charge.state() == SandboxCharge.State.REQUIRES_ACTION;
        return ServerResponse.status(HttpStatus.OK)
                .contentType(TEXT_HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .bodyValue(FRAME.formatted(open ? question(charge, back) : answer(charge)));
    }

    private static String question(SandboxCharge charge, Optional<String> back) {
        return QUESTION.formatted(
                HtmlUtils.htmlEscape(charge.amount().toString()),
                SandboxCard.of(charge.cardToken()).map(SandboxCard::label).orElse("your card"),
                HtmlUtils.htmlEscape(charge.description()),
                back.map(
                                path ->
                                        "<input type=\"hidden\" name=\"return\" value=\"%s\">"
                                                .formatted(HtmlUtils.htmlEscape(path)))
                        .orElse(""));
    }

    private static String answer(SandboxCharge charge) {
        return charge.state() == SandboxCharge.State.SUCCEEDED
                ? "<h1>Confirmed</h1><p>You can go back to the shop.</p>"
                : "<h1>Not confirmed</h1><p>Nothing is paid. You can go back to the shop.</p>";
    }

    private static Optional<String> wayBack(Optional<String> path) {
        return path.filter(wanted -> WAY_BACK.matcher(wanted).matches());
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
            <form method="post">%s
            <button name="answer" value="confirm" class="first">Confirm</button>
            <button name="answer" value="refuse">Refuse</button>
            </form>
            <p class="note">This page plays the part of your bank. No real money moves.</p>
            """;
}
