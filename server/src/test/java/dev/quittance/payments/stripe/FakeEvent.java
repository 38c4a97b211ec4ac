package dev.quittance.payments.stripe;

import com.stripe.net.Webhook;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the fake Stripe tells by a webhook. */
public record FakeEvent(String id, String type, Map<String, Object> about) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it goes over the wire. */
    public String body() {
        return JSON.writeValueAsString(
                FakeObjects.of(
                        "id",
                        id,
                        "object",
                        "event",
                        "type",
                        type,
                        "created",
                        System.currentTimeMillis() / 1000,
                        "livemode",
                        false,
                        "api_version",
                        com.stripe.Stripe.API_VERSION,
                        "pending_webhooks",
                        1,
                        "data",
                        FakeObjects.of("object", about)));
    }

    /** The header that proves who says so, and when. */
    public static String signature(String body, String secret, Instant at) {
        try {
            return "t=%d,v1=%s"
                    .formatted(
                            at.getEpochSecond(),
                            Webhook.Util.computeHmacSha256(
                                    secret, at.getEpochSecond() + "." + body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
