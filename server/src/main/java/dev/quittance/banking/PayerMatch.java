package dev.quittance.banking;

import dev.quittance.banking.EntryCandidates.Payer;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What it suggests that the payer is known, by account or by name. */
interface PayerMatch {

    /** At most one suggestion; a payer who may be several customers counts for less. */
    static @Nullable BankSuggestion of(Money amount, Payer payer, boolean alone) {
        int less = alone ? 0 : 15;
        var open = payer.open();
        var who =
                payer.byAccount()
                        ? "%s has paid from this account before".formatted(payer.name())
                        : "The payer's name is that of %s".formatted(payer.name());
        int sure = payer.byAccount() ? 5 : 0;
        var same = open.stream().filter(one -> one.owed().isEqual(amount)).toList();
        if (!same.isEmpty()) {
            var first = same.getFirst();
            return suggestion(
                    (same.size() == 1 ? 85 : 70) + sure - less,
                    same.size() == 1
                            ? "%s, and the amount is exactly what is due on %s."
                                    .formatted(who, first.number())
                            : "%s, and the amount is what is due on each of %d invoices; %s is the oldest."
                                    .formatted(who, same.size(), first.number()),
                    payer,
                    Shares.oldestFirst(amount, List.of(first)));
        }
        return several(amount, payer, who, sure - less);
    }

    private static @Nullable BankSuggestion several(
            Money amount, Payer payer, String who, int more) {
        var open = payer.open();
        if (open.size() > 1 && Shares.sum(amount, open).isEqual(amount)) {
            return suggestion(
                    80 + more,
                    "%s, and the amount is all that is due on %d invoices."
                            .formatted(who, open.size()),
                    payer,
                    Shares.oldestFirst(amount, open));
        }
        var adding = Shares.adding(amount, open);
        if (adding != null) {
            return suggestion(
                    65 + more,
                    "%s, and the amount is what is due on %s together."
                            .formatted(
                                    who,
                                    adding.stream()
                                            .map(OwedInvoice::number)
                                            .collect(Collectors.joining(", "))),
                    payer,
                    Shares.oldestFirst(amount, adding));
        }
        return rest(amount, payer, who, more);
    }

    private static BankSuggestion rest(Money amount, Payer payer, String who, int more) {
        var open = payer.open();
        return suggestion(
                30 + more,
                open.isEmpty()
                        ? "%s, but nothing is due. The money would become credit.".formatted(who)
                        : "%s, but the amount fits no invoice: it would pay the oldest first."
                                .formatted(who),
                payer,
                Shares.oldestFirst(amount, open));
    }

    private static BankSuggestion suggestion(
            int confidence, String reason, Payer payer, List<BankSuggestionShare> shares) {
        return BankSuggestion.receipt(
                SuggestionKind.PAYER, confidence, false, reason, payer.customer(), shares);
    }
}
