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
 * answer for that one charge, or for that one card that is to be kept.
 */
class SandboxBankPage {
    static final String PATH = "/sandbox/confirm/{reference}";

    private static final String STYLE = "/sandbox/bank.css";

    // With less, the browser says "Origin: null" when the form is sent, which is refused.
    private static final String REFERRER = "same-origin";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private final SandboxMemory memory;
    private final SandboxMethods methods;
    private final Charges charges;

    SandboxBankPage(SandboxMemory memory, SandboxMethods methods, Charges charges) {
        this.memory = memory;
        this.methods = methods;
        this.charges = charges;
    }

    /** Where the bank asks about a charge, or about a card that is to be kept. */
    static String address(String reference) {
        return UriComponentsBuilder.fromPath(PATH).buildAndExpand(reference).toUriString();
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
        var reference = request.pathVariable("reference");
        return memory.byId(reference)
                .map(SandboxBankPage::text)
                .switchIfEmpty(Mono.defer(() -> methods.byId(reference).map(SandboxBankPage::text)))
                .flatMap(SandboxBankPage::page)
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<ServerResponse> decide(ServerRequest request) {
        return request.formData()
                .map(form -> "confirm".equals(form.getFirst("answer")))
                .flatMap(yes -> decide(request.pathVariable("reference"), yes))
                .flatMap(SandboxBankPage::backToPage)
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private Mono<String> decide(String reference, boolean confirmed) {
        return memory.decide(reference, confirmed)
                .map(SandboxCharge::id)
                .delayUntil(id -> charges.heard(SandboxGateway.NAME, id))
                .switchIfEmpty(
                        Mono.defer(
                                () -> methods.decide(reference, confirmed).map(SandboxMethod::id)));
    }

    private static Mono<ServerResponse> backToPage(String reference) {
        var page = UriComponentsBuilder.fromPath(PATH).buildAndExpand(reference).toUri();
        return ServerResponse.seeOther(page).header("Referrer-Policy", REFERRER).build();
    }

    private static Mono<ServerResponse> page(String text) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", REFERRER)
                .bodyValue(FRAME.formatted(text));
    }

    private static String text(SandboxCharge charge) {
        return switch (charge.state()) {
            case REQUIRES_ACTION ->
                    QUESTION.formatted(
                            "Confirm your payment",
                            row("Amount", charge.amount().toString())
                                    + row("Card", label(charge.cardToken()))
                                    + row("For", charge.description()));
            case SUCCEEDED -> answer("Confirmed", "");
            case CREATED, PROCESSING, DECLINED -> answer("Not confirmed", "Nothing is paid. ");
        };
    }

    private static String text(SandboxMethod method) {
        return switch (method.state()) {
            case REQUIRES_ACTION ->
                    QUESTION.formatted(
                            "Confirm your card",
                            row("Card", label(method.cardToken()))
                                    + row("For", "Later payments; nothing is charged now"));
            case READY -> answer("Confirmed", "");
            case REFUSED, FORGOTTEN -> answer("Not confirmed", "The card is not kept. ");
        };
    }

    private static String label(String cardToken) {
        return SandboxCard.of(cardToken).map(SandboxCard::label).orElse("your card");
    }

    private static String row(String term, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>%n"
                .formatted(term, HtmlUtils.htmlEscape(value, StandardCharsets.UTF_8.name()));
    }

    private static String answer(String heading, String what) {
        return "<h1>%s</h1><p>%sYou can go back to the shop.</p>".formatted(heading, what);
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
            <h1>%s</h1>
            <dl>
            %s</dl>
            <form method="post">
            <button name="answer" value="confirm" class="first">Confirm</button>
            <button name="answer" value="refuse">Refuse</button>
            </form>
            <p class="note">This page plays the part of your bank. No real money moves.</p>
            """;
}
