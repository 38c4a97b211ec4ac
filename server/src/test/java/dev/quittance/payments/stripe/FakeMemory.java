package dev.quittance.payments.stripe;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the fake Stripe remembers; one request at a time. */
final class FakeMemory {
    final FakeObjects customers = new FakeObjects("cus_", "customer");
    final FakeObjects methods = new FakeObjects("pm_", "payment_method");
    final FakeObjects intents = new FakeObjects("pi_", "payment_intent");
    final FakeObjects setups = new FakeObjects("seti_", "setup_intent");
    final FakeObjects charges = new FakeObjects("ch_", "charge");
    final FakeObjects refunds = new FakeObjects("re_", "refund");
    final FakeObjects disputes = new FakeObjects("dp_", "dispute");
    final FakeObjects payouts = new FakeObjects("po_", "payout");
    final FakeObjects booked = new FakeObjects("txn_", "balance_transaction");

    /** What was told by webhooks, or would have been. */
    final List<FakeEvent> events = new ArrayList<>();

    /** How a card behaves, by its id. */
    private final Map<String, FakeCard> cards = new LinkedHashMap<>();

    void forget() {
        for (var objects :
                List.of(
                        customers, methods, intents, setups, charges, refunds, disputes, payouts,
                        booked)) {
            objects.clear();
        }
        cards.clear();
        events.clear();
    }

    /** The card of a token, made anew for one of the known tokens, as Stripe does. */
    @Nullable Map<String, Object> method(@Nullable String token) {
        var known = methods.get(token);
        return known != null || token == null
                ? known
                : FakeCard.of(token).map(this::method).orElse(null);
    }

    Map<String, Object> method(FakeCard card) {
        var made =
                methods.add(
                        "type",
                        "card",
                        "customer",
                        null,
                        "card",
                        FakeObjects.of(
                                "brand",
                                "visa",
                                "last4",
                                card.lastFour(),
                                "exp_month",
                                12,
                                "exp_year",
                                2034));
        cards.put((String) made.get("id"), card);
        return made;
    }

    FakeCard card(@Nullable Object method) {
        return requireNonNull(cards.get(requireNonNull((String) method)));
    }

    void tell(String type, Map<String, Object> about) {
        events.add(
                new FakeEvent(
                        "evt_" + UUID.randomUUID().toString().replace("-", ""),
                        type,
                        new LinkedHashMap<>(about)));
    }

    /** Money that comes into the account, or leaves it when below zero. */
    Map<String, Object> book(
            String category, String source, long amount, long fee, Object currency) {
        return booked.add(
                "type", category,
                "reporting_category", category,
                "source", source,
                "amount", amount,
                "fee", fee,
                "net", amount - fee,
                "currency", currency,
                "exchange_rate", null,
                "payout", null);
    }

    static long number(Map<String, Object> object, String field) {
        return ((Number) requireNonNull(object.get(field))).longValue();
    }
}
