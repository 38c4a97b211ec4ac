package dev.quittance.banking;

import dev.quittance.banking.EntryCandidates.Referenced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the numbers that stand in an entry suggest. */
interface ReferenceMatch {
    int SHORTEST_SURE = 6;

    /** One suggestion for each customer whose invoices are named in the entry's currency. */
    static List<BankSuggestion> of(Money amount, List<Referenced> referenced) {
        Map<UUID, List<Referenced>> byCustomer = new LinkedHashMap<>();
        for (var one : referenced) {
            byCustomer.computeIfAbsent(one.invoice().customer(), _ -> new ArrayList<>()).add(one);
        }
        boolean alone =
                byCustomer.size() == 1
                        && referenced.stream().allMatch(one -> same(one.invoice(), amount));
        return byCustomer.entrySet().stream()
                .map(group -> group(amount, group.getKey(), group.getValue(), alone))
                .flatMap(List::stream)
                .toList();
    }

    private static List<BankSuggestion> group(
            Money amount, UUID customer, List<Referenced> group, boolean alone) {
        var ours = group.stream().filter(one -> same(one.invoice(), amount)).toList();
        var owed =
                ours.stream()
                        .filter(one -> one.invoice().owed().isPositive())
                        .sorted(Comparator.comparing(one -> one.invoice().dueOn()))
                        .toList();
        if (ours.isEmpty()) {
            return List.of();
        }
        if (owed.isEmpty()) {
            return List.of(
                    BankSuggestion.receipt(
                            SuggestionKind.REFERENCE,
                            40,
                            false,
                            "It names %s, where nothing is left to pay. The money would become credit."
                                    .formatted(numbers(ours)),
                            customer,
                            List.of()));
        }
        return List.of(owed(amount, customer, owed, alone && owed.size() == ours.size()));
    }

    private static BankSuggestion owed(
            Money amount, UUID customer, List<Referenced> owed, boolean alone) {
        var invoices = owed.stream().map(Referenced::invoice).toList();
        var due = Shares.sum(amount, invoices);
        var shares = Shares.oldestFirst(amount, invoices);
        var numbers = numbers(owed);
        var where = owed.stream().allMatch(Referenced::whole) ? "The reference is" : "It names";
        if (due.isEqual(amount)) {
            boolean sure = alone && owed.stream().allMatch(ReferenceMatch::sure);
            return BankSuggestion.receipt(
                    SuggestionKind.REFERENCE,
                    sure ? 100 : 85,
                    sure,
                    "%s %s, and the amount is exactly what is due%s."
                            .formatted(where, numbers, owed.size() > 1 ? " on them together" : ""),
                    customer,
                    shares);
        }
        return amount.isLessThan(due)
                ? BankSuggestion.receipt(
                        SuggestionKind.REFERENCE,
                        alone ? 80 : 60,
                        false,
                        "%s %s, but of %s due it is only a part: %s stays open."
                                .formatted(where, numbers, due, due.minus(amount)),
                        customer,
                        shares)
                : BankSuggestion.receipt(
                        SuggestionKind.REFERENCE,
                        alone ? 75 : 55,
                        false,
                        "%s %s, where %s is due: %s is too much and would become credit."
                                .formatted(where, numbers, due, amount.minus(due)),
                        customer,
                        shares);
    }

    /** Short numbers may stand in a text by chance. */
    private static boolean sure(Referenced one) {
        var bare = References.bare(one.invoice().number());
        return one.whole()
                || bare.length() >= SHORTEST_SURE && bare.chars().anyMatch(Character::isLetter);
    }

    private static boolean same(OwedInvoice invoice, Money amount) {
        return invoice.owed().getCurrencyUnit().equals(amount.getCurrencyUnit());
    }

    private static String numbers(List<Referenced> named) {
        return named.stream()
                .map(one -> one.invoice().number())
                .limit(5)
                .collect(Collectors.joining(", ", "", named.size() > 5 ? " …" : ""));
    }
}
