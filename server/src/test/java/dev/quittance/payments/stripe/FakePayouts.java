package dev.quittance.payments.stripe;

import static dev.quittance.payments.stripe.FakeMemory.number;

import java.util.LinkedHashMap;
import java.util.Map;

/** Payouts of the fake Stripe. */
final class FakePayouts {
    private final FakeMemory memory;

    FakePayouts(FakeMemory memory) {
        this.memory = memory;
    }

    /** Sends all that has come in of a currency to the bank. */
    String send(String currency) {
        var waiting =
                memory.booked.with("payout", null).stream()
                        .filter(one -> one.get("payout") == null)
                        .filter(one -> currency.equals(one.get("currency")))
                        .toList();
        var made =
                memory.payouts.add(
                        "amount",
                        waiting.stream().mapToLong(one -> number(one, "net")).sum(),
                        "currency",
                        currency,
                        "automatic",
                        true,
                        "status",
                        "paid");
        var id = (String) made.get("id");
        waiting.forEach(one -> one.put("payout", id));
        memory.book("payout", String.valueOf(id), -number(made, "amount"), 0, currency)
                .put("payout", id);
        memory.tell("payout.paid", made);
        return String.valueOf(id);
    }

    FakeAnswer list(Map<String, String> asked) {
        return FakeAnswer.list(memory.payouts.with("status", asked.get("status")), asked);
    }

    FakeAnswer booked(Map<String, String> asked) {
        return FakeAnswer.list(
                memory.booked.with("payout", asked.get("payout")).stream()
                        .map(this::withSource)
                        .toList(),
                asked);
    }

    private Map<String, Object> withSource(Map<String, Object> booked) {
        var told = new LinkedHashMap<>(booked);
        told.computeIfPresent(
                "source",
                (_, id) -> {
                    var charge = memory.charges.get((String) id);
                    var refund = memory.refunds.get((String) id);
                    return charge != null ? charge : refund != null ? refund : id;
                });
        return told;
    }
}
