package dev.quittance.payments.stripe;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/** SetupIntents and cards of the fake Stripe. */
final class FakeSetups {
    private final FakeMemory memory;
    private final String url;

    FakeSetups(FakeMemory memory, String url) {
        this.memory = memory;
        this.url = url;
    }

    FakeAnswer create(Map<String, String> asked) {
        var customer = asked.get("customer");
        var method = memory.method(asked.get("payment_method"));
        if (memory.customers.get(customer) == null) {
            return FakeAnswer.missing("customer");
        }
        if (method == null
                || method.get("customer") != null && !method.get("customer").equals(customer)) {
            return FakeAnswer.invalid("resource_missing", "payment_method");
        }
        var made =
                memory.setups.add(
                        "customer",
                        customer,
                        "payment_method",
                        method.get("id"),
                        "usage",
                        asked.get("usage"),
                        "status",
                        "requires_confirmation",
                        "last_setup_error",
                        null,
                        "next_action",
                        null);
        return switch (memory.card(method.get("id"))) {
            case ASKS, ALWAYS_ASKS -> asks(made, asked);
            case STOLEN, EXPIRED -> declined(made, "card_declined");
            default -> succeeded(made);
        };
    }

    FakeAnswer retrieve(String id) {
        var setup = memory.setups.get(id);
        return setup == null ? FakeAnswer.missing("intent") : expanded(setup);
    }

    /** The payer's answer at the bank. */
    void decide(String id, boolean confirmed) {
        var setup = requireNonNull(memory.setups.get(id));
        if ("requires_action".equals(setup.get("status"))) {
            setup.put("next_action", null);
            if (confirmed) {
                succeeded(setup);
            } else {
                declined(setup, "setup_intent_authentication_failure");
            }
        }
    }

    FakeAnswer method(String id) {
        var method = memory.method(id);
        return method == null ? FakeAnswer.missing("payment_method") : FakeAnswer.of(method);
    }

    FakeAnswer detach(String id) {
        var method = memory.methods.get(id);
        if (method == null) {
            return FakeAnswer.missing("payment_method");
        }
        if (method.get("customer") == null) {
            return FakeAnswer.invalid(null, null);
        }
        method.put("customer", null);
        return FakeAnswer.of(method);
    }

    private FakeAnswer asks(Map<String, Object> setup, Map<String, String> asked) {
        if (asked.get("return_url") == null) {
            return FakeAnswer.invalid("parameter_missing", "return_url");
        }
        setup.put("status", "requires_action");
        setup.put(
                "next_action",
                FakeObjects.of(
                        "type",
                        "redirect_to_url",
                        "redirect_to_url",
                        FakeObjects.of("url", url + "/bank/" + setup.get("id"))));
        return expanded(setup);
    }

    private FakeAnswer succeeded(Map<String, Object> setup) {
        setup.put("status", "succeeded");
        requireNonNull(memory.methods.get((String) setup.get("payment_method")))
                .put("customer", setup.get("customer"));
        memory.tell("setup_intent.succeeded", setup);
        return expanded(setup);
    }

    private FakeAnswer declined(Map<String, Object> setup, String code) {
        var decline = memory.card(setup.get("payment_method")).decline();
        var error = new LinkedHashMap<String, Object>();
        error.put("type", "card_error");
        error.put("code", code);
        if (decline != null) {
            error.put("decline_code", decline);
        }
        setup.put("status", "requires_payment_method");
        setup.put("last_setup_error", Map.copyOf(error));
        memory.tell("setup_intent.setup_failed", setup);
        error.put("setup_intent", new LinkedHashMap<>(setup));
        return new FakeAnswer(402, FakeObjects.of("error", error));
    }

    private FakeAnswer expanded(Map<String, Object> setup) {
        var told = new LinkedHashMap<>(setup);
        told.computeIfPresent("payment_method", (_, id) -> memory.methods.get((String) id));
        return FakeAnswer.of(told);
    }
}
