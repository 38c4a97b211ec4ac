package dev.quittance.payments.stripe;

import static dev.quittance.payments.stripe.FakeMemory.number;
import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PaymentIntents of the fake Stripe. */
final class FakeIntents {
    private static final long LEAST = 50;
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    private final FakeMemory memory;
    private final String url;

    FakeIntents(FakeMemory memory, String url) {
        this.memory = memory;
        this.url = url;
    }

    FakeAnswer create(Map<String, String> asked) {
        if (memory.customers.get(asked.get("customer")) == null) {
            return FakeAnswer.missing("customer");
        }
        var amount = Long.parseLong(asked.getOrDefault("amount", "0"));
        if (THREE_DECIMALS.contains(asked.get("currency")) && amount % 10 != 0) {
            return FakeAnswer.invalid("invalid_charge_amount", "amount");
        }
        if (amount < LEAST) {
            return FakeAnswer.invalid("amount_too_small", "amount");
        }
        var method = memory.method(asked.get("payment_method"));
        if (method == null || !belongs(method, asked.get("customer"))) {
            return FakeAnswer.invalid("resource_missing", "payment_method");
        }
        var made =
                memory.intents.add(
                        "amount", amount,
                        "amount_received", 0L,
                        "currency", asked.get("currency"),
                        "customer", asked.get("customer"),
                        "payment_method", method.get("id"),
                        "description", asked.get("description"),
                        "setup_future_usage", asked.get("setup_future_usage"),
                        "capture_method", asked.get("capture_method"),
                        "status", "requires_confirmation",
                        "latest_charge", null,
                        "last_payment_error", null,
                        "next_action", null,
                        "metadata", FakeStripe.nested(asked, "metadata"));
        memory.tell("payment_intent.created", made);
        return FakeAnswer.of(made);
    }

    FakeAnswer list(Map<String, String> asked) {
        var since = Long.parseLong(asked.getOrDefault("created[gte]", "0"));
        return FakeAnswer.list(
                memory.intents.with("customer", asked.get("customer")).stream()
                        .filter(intent -> number(intent, "created") >= since)
                        .toList(),
                asked);
    }

    FakeAnswer retrieve(String id, Map<String, String> asked) {
        var intent = memory.intents.get(id);
        return intent == null ? FakeAnswer.missing("intent") : expanded(intent, asked);
    }

    FakeAnswer confirm(String id, Map<String, String> asked) {
        var intent = memory.intents.get(id);
        if (intent == null) {
            return FakeAnswer.missing("intent");
        }
        if (!"requires_confirmation".equals(intent.get("status"))) {
            return FakeAnswer.invalid("payment_intent_unexpected_state", null);
        }
        var offSession = "true".equals(asked.get("off_session"));
        var method = requireNonNull(memory.methods.get((String) intent.get("payment_method")));
        var card = memory.card(method.get("id"));
        var known = method.get("customer") != null;
        return switch (card) {
            case INSUFFICIENT_FUNDS, STOLEN, EXPIRED ->
                    declined(intent, "card_declined", card.decline());
            case ASKS ->
                    known && offSession
                            ? succeeded(intent, asked)
                            : asks(intent, offSession, asked);
            case ALWAYS_ASKS -> asks(intent, offSession, asked);
            case SETTLES_LATER -> {
                intent.put("status", "processing");
                memory.tell("payment_intent.processing", intent);
                yield expanded(intent, asked);
            }
            case PAYS, REFUND_LATER, REFUND_FAILS, NOT_A_CARD -> succeeded(intent, asked);
        };
    }

    FakeAnswer cancel(String id) {
        var intent = memory.intents.get(id);
        if (intent == null) {
            return FakeAnswer.missing("intent");
        }
        if (Set.of("succeeded", "processing", "canceled").contains(intent.get("status"))) {
            return FakeAnswer.invalid("payment_intent_unexpected_state", null);
        }
        intent.put("status", "canceled");
        intent.put("next_action", null);
        memory.tell("payment_intent.canceled", intent);
        return FakeAnswer.of(intent);
    }

    /** The payer's answer at the bank. */
    void decide(String id, boolean confirmed) {
        var intent = requireNonNull(memory.intents.get(id));
        if (!"requires_action".equals(intent.get("status"))) {
            return;
        }
        intent.put("next_action", null);
        if (confirmed) {
            succeeded(intent, Map.of());
        } else {
            declined(intent, "payment_intent_authentication_failure", null);
        }
    }

    /** The money of a bank debit arrives. */
    void settle(String id) {
        var intent = requireNonNull(memory.intents.get(id));
        if ("processing".equals(intent.get("status"))) {
            succeeded(intent, Map.of());
        }
    }

    private FakeAnswer asks(
            Map<String, Object> intent, boolean offSession, Map<String, String> asked) {
        if (offSession) {
            return declined(intent, "authentication_required", "authentication_required");
        }
        if (asked.get("return_url") == null) {
            return FakeAnswer.invalid("parameter_missing", "return_url");
        }
        intent.put("status", "requires_action");
        intent.put(
                "next_action",
                FakeObjects.of(
                        "type",
                        "redirect_to_url",
                        "redirect_to_url",
                        FakeObjects.of(
                                "url",
                                url + "/bank/" + intent.get("id"),
                                "return_url",
                                asked.get("return_url"))));
        memory.tell("payment_intent.requires_action", intent);
        return expanded(intent, asked);
    }

    private FakeAnswer succeeded(Map<String, Object> intent, Map<String, String> asked) {
        var amount = number(intent, "amount");
        var charge =
                memory.charges.add(
                        "amount",
                        amount,
                        "currency",
                        intent.get("currency"),
                        "payment_intent",
                        intent.get("id"),
                        "status",
                        "succeeded",
                        "paid",
                        true);
        var fee = fee(amount);
        var booked =
                memory.book(
                        "charge",
                        (String) requireNonNull(charge.get("id")),
                        amount,
                        fee,
                        intent.get("currency"));
        charge.put("balance_transaction", booked.get("id"));
        intent.put("latest_charge", charge.get("id"));
        intent.put("status", "succeeded");
        intent.put("amount_received", amount);
        if (intent.get("setup_future_usage") != null) {
            requireNonNull(memory.methods.get((String) intent.get("payment_method")))
                    .put("customer", intent.get("customer"));
        }
        memory.tell("payment_intent.succeeded", intent);
        memory.tell("charge.succeeded", charge);
        return expanded(intent, asked);
    }

    static long fee(long amount) {
        return Math.min(amount, amount * 29 / 1000 + 30);
    }

    private FakeAnswer declined(
            Map<String, Object> intent, String code, @Nullable String declineCode) {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", "card_error");
        error.put("code", code);
        error.put("decline_code", declineCode);
        error.put("message", "Your card was declined.");
        intent.put("status", "requires_payment_method");
        intent.put("payment_method", null);
        intent.put("last_payment_error", Map.copyOf(withoutNulls(error)));
        memory.tell("payment_intent.payment_failed", intent);
        error.put("payment_intent", new LinkedHashMap<>(intent));
        return new FakeAnswer(402, FakeObjects.of("error", error));
    }

    private FakeAnswer expanded(Map<String, Object> intent, Map<String, String> asked) {
        var told = new LinkedHashMap<>(intent);
        if (asked.containsValue("payment_method")) {
            told.computeIfPresent("payment_method", (_, id) -> memory.methods.get((String) id));
        }
        if (asked.containsValue("latest_charge.balance_transaction")) {
            told.computeIfPresent(
                    "latest_charge",
                    (_, id) -> {
                        var charge =
                                new LinkedHashMap<>(
                                        requireNonNull(memory.charges.get((String) id)));
                        charge.computeIfPresent(
                                "balance_transaction",
                                (_, booked) -> memory.booked.get((String) booked));
                        return charge;
                    });
        }
        return FakeAnswer.of(told);
    }

    private static boolean belongs(Map<String, Object> method, @Nullable String customer) {
        var owner = method.get("customer");
        return owner == null || owner.equals(customer);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> object) {
        var told = new LinkedHashMap<>(object);
        told.values().removeIf(value -> value == null);
        return told;
    }
}
