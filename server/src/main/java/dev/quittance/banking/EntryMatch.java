package dev.quittance.banking;

import dev.quittance.banking.EntryCandidates.Payer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What an entry may be, the likeliest first. */
interface EntryMatch {
    int MOST = 5;

    /** Money that came in: the numbers it names, who seems to have paid, what is known of it. */
    static List<BankSuggestion> credit(
            Money amount, String partyKey, EntryCandidates candidates, List<KnownMoney> known) {
        var found = new ArrayList<>(ReferenceMatch.of(amount, candidates.referenced()));
        boolean alone = candidates.payers().stream().map(Payer::customer).distinct().count() == 1;
        candidates.payers().stream()
                .map(payer -> PayerMatch.of(amount, payer, alone))
                .filter(Objects::nonNull)
                .forEach(found::add);
        var named =
                candidates.referenced().stream()
                        .map(one -> one.invoice().customer())
                        .collect(Collectors.toSet());
        var before = known(known, false, partyKey, named);
        found.addAll(before);
        return best(found.stream().map(one -> careful(one, before)).toList());
    }

    /** Money that left: a payment that came back, or a refund that waits for it. */
    static List<BankSuggestion> debit(boolean back, String partyKey, List<KnownMoney> known) {
        return best(known(known, back, partyKey, Set.of()));
    }

    private static List<BankSuggestion> known(
            List<KnownMoney> known, boolean back, String partyKey, Set<UUID> named) {
        return known.stream()
                .map(one -> KnownMoneyMatch.of(one, back, partyKey, named))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What may have been confirmed by hand before is never booked without looking. */
    private static BankSuggestion careful(BankSuggestion one, List<BankSuggestion> known) {
        boolean before =
                known.stream()
                        .anyMatch(
                                other ->
                                        other.kind() == SuggestionKind.RECORDED
                                                && Objects.equals(
                                                        other.customerId(), one.customerId()));
        return one.exact() && before ? one.unsure() : one;
    }

    /** The best for each customer and purpose. */
    private static List<BankSuggestion> best(List<BankSuggestion> found) {
        var seen = new HashSet<List<Object>>();
        return found.stream()
                .sorted(Comparator.comparingInt(BankSuggestion::confidence).reversed())
                .filter(one -> seen.add(purpose(one)))
                .limit(MOST)
                .toList();
    }

    private static List<Object> purpose(BankSuggestion one) {
        return List.of(
                String.valueOf(one.customerId()),
                one.shares(),
                String.valueOf(one.refundId()),
                String.valueOf(one.paymentId()),
                String.valueOf(one.payoutId()));
    }
}
