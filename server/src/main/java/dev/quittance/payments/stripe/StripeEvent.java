package dev.quittance.payments.stripe;

import dev.quittance.payments.GatewayNews.Kind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Stripe says that something happened. Nothing else of what it tells is read.
 *
 * @param id Stripe's own, the same however often it is told
 * @param reference of the object, as we know it
 */
record StripeEvent(String id, Kind about, String reference) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 255;

    /** Empty for what is of no interest here; an error for what Stripe would never write. */
    static Optional<StripeEvent> of(String body) {
        var event = read(body);
        var about = event.path("data").path("object");
        var id = text(event, "id");
        return switch (text(event, "type").replaceFirst("\\.[a-z_]+$", "")) {
            case "payment_intent" -> of(id, Kind.CHARGE, text(about, "id"));
            case "charge" -> ofCharge(id, about);
            case "refund", "charge.refund" -> of(id, Kind.REFUND, text(about, "id"));
            case "charge.dispute" -> of(id, Kind.DISPUTE, text(about, "id"));
            case "payout" -> of(id, Kind.PAYOUT, text(about, "id"));
            case "setup_intent" -> of(id, Kind.SETUP, text(about, "id"));
            default -> Optional.empty();
        };
    }

    /** We know a charge by its intent; what has none was not made by us. */
    private static Optional<StripeEvent> ofCharge(String id, JsonNode charge) {
        var intent = charge.path("payment_intent").asString("");
        return intent.isEmpty() ? Optional.empty() : of(id, Kind.CHARGE, intent);
    }

    private static Optional<StripeEvent> of(String id, Kind about, String reference) {
        return Optional.of(new StripeEvent(id, about, reference));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new StripeTrouble(e);
        }
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new StripeTrouble("an event without " + field);
        }
        return text;
    }
}
