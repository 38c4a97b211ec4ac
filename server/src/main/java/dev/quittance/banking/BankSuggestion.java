package dev.quittance.banking;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an open entry may be.
 *
 * @param confidence 1 to 100
 * @param exact reference, currency and amount agree, so that nobody need look
 * @param reason in words
 * @param refundId the refund whose money it is
 * @param customerId whose money it is; nobody's in particular for a payout
 * @param paymentId the payment that came back, or that was confirmed by hand
 * @param payoutId the gateway's payout
 */
record BankSuggestion(
        SuggestionKind kind,
        int confidence,
        boolean exact,
        String reason,
        @Nullable UUID customerId,
        List<BankSuggestionShare> shares,
        @Nullable UUID refundId,
        @Nullable UUID paymentId,
        @Nullable UUID payoutId) {

    BankSuggestion {
        shares = List.copyOf(shares);
    }

    /** Money for invoices; without shares it becomes credit. */
    static BankSuggestion receipt(
            SuggestionKind kind,
            int confidence,
            boolean exact,
            String reason,
            UUID customer,
            List<BankSuggestionShare> shares) {
        return new BankSuggestion(
                kind, confidence, exact, reason, customer, shares, null, null, null);
    }

    /** The same, to be looked at first. */
    BankSuggestion unsure() {
        return new BankSuggestion(
                kind,
                Math.min(confidence, 90),
                false,
                reason,
                customerId,
                shares,
                refundId,
                paymentId,
                payoutId);
    }

    /** What of {@code amount} is left over and becomes credit. */
    Money rest(Money amount) {
        var rest = amount;
        for (var share : shares) {
            rest = rest.minus(share.amount());
        }
        return rest;
    }
}
