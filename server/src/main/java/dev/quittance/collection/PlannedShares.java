package dev.quittance.collection;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.collection.SpendingCredit.PlannedShare;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Payable;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import reactor.core.publisher.Mono;

/** Shows with each invoice that owes something how much it would get. */
interface PlannedShares {

    static Mono<List<PlannedShare>> of(
            Invoices invoices, List<Payable> owed, List<Share> shares, CurrencyUnit currency) {
        var minors = shares.stream().collect(toMap(Share::invoice, Share::minor));
        return invoices.byIds(owed.stream().map(Payable::invoice).toList())
                .map(
                        found ->
                                owed.stream()
                                        .map(
                                                one ->
                                                        new PlannedShare(
                                                                requireNonNull(
                                                                        found.get(one.invoice())),
                                                                Money.ofMinor(
                                                                        currency, one.dueMinor()),
                                                                Money.ofMinor(
                                                                        currency,
                                                                        minors.getOrDefault(
                                                                                one.invoice(),
                                                                                0L))))
                                        .toList());
    }
}
