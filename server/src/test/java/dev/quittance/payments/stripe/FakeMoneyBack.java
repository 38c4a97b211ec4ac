package dev.quittance.payments.stripe;

import static dev.quittance.payments.stripe.FakeMemory.number;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refunds and disputes of the fake Stripe: what becomes of money that came in. */
final class FakeMoneyBack {
    private static final long DISPUTE_FEE = 1500;
    private static final long DAYS_FOR_EVIDENCE = 10;

    private final FakeMemory memory;

    FakeMoneyBack(FakeMemory memory) {
        this.memory = memory;
    }

    FakeAnswer refund(Map<String, String> asked) {
        var intent = memory.intents.get(asked.get("payment_intent"));
        if (intent == null) {
            return FakeAnswer.missing("payment_intent");
        }
        var amount = Long.parseLong(asked.getOrDefault("amount", "0"));
        var left = left(intent);
        if (left == 0) {
            return FakeAnswer.invalid("charge_already_refunded", null);
        }
        if (amount > left || amount <= 0) {
            return FakeAnswer.invalid(null, "amount");
        }
        var card = memory.card(intent.get("payment_method"));
        var status =
                switch (card) {
                    case REFUND_LATER -> "pending";
                    case REFUND_FAILS -> "failed";
                    default -> "succeeded";
                };
        var made =
                memory.refunds.add(
                        "amount", amount,
                        "currency", intent.get("currency"),
                        "payment_intent", intent.get("id"),
                        "charge", intent.get("latest_charge"),
                        "status", status,
                        "reason", asked.get("reason"),
                        "metadata", FakeStripe.nested(asked, "metadata"));
        if (!"failed".equals(status)) {
            memory.book(
                    "refund",
                    (String) requireNonNull(made.get("id")),
                    -amount,
                    0,
                    intent.get("currency"));
        }
        memory.tell("refund.created", made);
        return FakeAnswer.of(made);
    }

    FakeAnswer refunds(Map<String, String> asked) {
        var intent = asked.get("payment_intent");
        return FakeAnswer.list(
                intent == null
                        ? memory.refunds.newestFirst()
                        : memory.refunds.with("payment_intent", intent),
                asked);
    }

    FakeAnswer retrieveRefund(String id) {
        var refund = memory.refunds.get(id);
        return refund == null ? FakeAnswer.missing("id") : FakeAnswer.of(refund);
    }

    /** Money that was on its way back arrives. */
    void settleRefund(String id) {
        var refund = requireNonNull(memory.refunds.get(id));
        if ("pending".equals(refund.get("status"))) {
            refund.put("status", "succeeded");
            memory.tell("refund.updated", refund);
        }
    }

    /** The payer's bank takes back all that is left of a charge. */
    String dispute(String intentId) {
        var intent = requireNonNull(memory.intents.get(intentId));
        var amount = left(intent);
        var made =
                memory.disputes.add(
                        "amount",
                        amount,
                        "currency",
                        intent.get("currency"),
                        "payment_intent",
                        intentId,
                        "charge",
                        intent.get("latest_charge"),
                        "reason",
                        "fraudulent",
                        "status",
                        "needs_response",
                        "evidence_details",
                        FakeObjects.of(
                                "due_by",
                                System.currentTimeMillis() / 1000 + DAYS_FOR_EVIDENCE * 86_400));
        var id = (String) requireNonNull(made.get("id"));
        made.put(
                "balance_transactions",
                new ArrayList<>(
                        List.of(
                                memory.book(
                                        "dispute",
                                        id,
                                        -amount,
                                        DISPUTE_FEE,
                                        intent.get("currency")))));
        memory.tell("charge.dispute.created", made);
        return id;
    }

    FakeAnswer disputes(Map<String, String> asked) {
        return FakeAnswer.list(memory.disputes.newestFirst(), asked);
    }

    FakeAnswer retrieveDispute(String id) {
        var dispute = memory.disputes.get(id);
        return dispute == null ? FakeAnswer.missing("id") : FakeAnswer.of(dispute);
    }

    FakeAnswer answer(String id, Map<String, String> asked) {
        var dispute = requireNonNull(memory.disputes.get(id));
        if (!"needs_response".equals(dispute.get("status"))) {
            return FakeAnswer.invalid(null, null);
        }
        dispute.put("evidence", FakeStripe.nested(asked, "evidence"));
        if ("true".equals(asked.get("submit"))) {
            dispute.put("status", "under_review");
        }
        memory.tell("charge.dispute.updated", dispute);
        return FakeAnswer.of(dispute);
    }

    FakeAnswer close(String id) {
        var dispute = requireNonNull(memory.disputes.get(id));
        if (Set.of("won", "lost").contains(dispute.get("status"))) {
            return FakeAnswer.invalid(null, null);
        }
        return decide(id, false);
    }

    /** The payer's bank decides. */
    @SuppressWarnings("unchecked")
    FakeAnswer decide(String id, boolean won) {
        var dispute = requireNonNull(memory.disputes.get(id));
        if (won) {
            ((List<Map<String, Object>>) requireNonNull(dispute.get("balance_transactions")))
                    .add(
                            memory.book(
                                    "dispute_reversal",
                                    id,
                                    number(dispute, "amount"),
                                    -DISPUTE_FEE,
                                    dispute.get("currency")));
        }
        dispute.put("status", won ? "won" : "lost");
        memory.tell("charge.dispute.closed", dispute);
        return FakeAnswer.of(dispute);
    }

    private long left(Map<String, Object> intent) {
        var refunded =
                memory.refunds.with("payment_intent", (String) intent.get("id")).stream()
                        .filter(refund -> !"failed".equals(refund.get("status")))
                        .mapToLong(refund -> number(refund, "amount"))
                        .sum();
        var disputed =
                memory.disputes.with("payment_intent", (String) intent.get("id")).stream()
                        .filter(dispute -> !"won".equals(dispute.get("status")))
                        .mapToLong(dispute -> number(dispute, "amount"))
                        .sum();
        return number(intent, "amount_received") - refunded - disputed;
    }
}
