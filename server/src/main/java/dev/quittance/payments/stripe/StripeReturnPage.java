package dev.quittance.payments.stripe;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where the payer's bank sends the browser back to. It says nothing of how the payment went: that
 * is read from Stripe.
 */
final class StripeReturnPage {
    static final String PATH = "/cards/confirmed";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Back from your bank</title>
            </head>
            <body><main><h1>Your bank has answered</h1><p>You can go back to the shop.</p></main></body>
            </html>
            """;

    private StripeReturnPage() {}

    static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(
                        PATH,
                        _ ->
                                ServerResponse.ok()
                                        .contentType(
                                                new MediaType(
                                                        MediaType.TEXT_HTML,
                                                        StandardCharsets.UTF_8))
                                        .cacheControl(CacheControl.noStore())
                                        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                                        .header("X-Frame-Options", "SAMEORIGIN")
                                        // The address that Stripe adds to names the charge.
                                        .header("Referrer-Policy", "no-referrer")
                                        .bodyValue(PAGE))
                .build();
    }
}
