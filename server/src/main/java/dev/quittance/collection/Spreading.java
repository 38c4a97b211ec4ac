package dev.quittance.collection;

import dev.quittance.payments.AllocationPlan;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.payments.Payable;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an amount is spread over invoices.
 *
 * @param shares above zero, each invoice once
 * @param rest what pays nothing
 */
record Spreading(List<Share> shares, Money rest) {
    private static final String PATH = "shares";

    /** What of an amount is to pay one invoice. */
    record AllocationShareInput(UUID invoiceId, MoneyInput amount) {}

    /** An invoice does not owe as much. */
    record MoreThanDue(String message, String invoiceNumber, Money due) implements Problem {}

    /** There is not as much to spread. */
    record MoreThanAvailable(String message, Money available) implements Problem {}

    /** As wished; the oldest first where nothing is. */
    static Spreading of(
            @Nullable List<AllocationShareInput> wished, List<Payable> owed, Money amount) {
        return wished == null ? oldestFirst(owed, amount) : wished(wished, owed, amount);
    }

    /** The invoice that is due first is paid first, then by number. */
    static Spreading oldestFirst(List<Payable> owed, Money amount) {
        var plan = AllocationPlan.of(owed, 0, Amounts.minor(amount));
        return new Spreading(plan.byMoney(), amount.minusMinor(plan.moneyUsed()));
    }

    private static Spreading wished(
            List<AllocationShareInput> wished, List<Payable> owed, Money amount) {
        var faults = new Faults();
        faults.check(
                wished.size() <= Billed.MOST, PATH, "must be at most %d".formatted(Billed.MOST));
        faults.orThrow();
        var shares = checked(wished, amount, faults);
        var byId = owed.stream().collect(Collectors.toMap(Payable::invoice, Function.identity()));
        shares.forEach(share -> within(share, byId.get(share.invoice()), amount));
        var sum = amount.minus(amount);
        for (var share : shares) {
            sum = sum.plusMinor(share.minor());
        }
        if (sum.isGreaterThan(amount)) {
            throw new Refused(
                    new MoreThanAvailable(
                            "The shares add up to %s, but there is only %s to spread."
                                    .formatted(sum, amount),
                            amount));
        }
        return new Spreading(shares, amount.minus(sum));
    }

    private static List<Share> checked(
            List<AllocationShareInput> wished, Money amount, Faults faults) {
        var seen = new HashSet<UUID>();
        var currency = amount.getCurrencyUnit();
        for (var i = 0; i < wished.size(); i++) {
            var path = "%s[%d].".formatted(PATH, i);
            var share = wished.get(i);
            var money = share.amount().money(faults, path + "amount");
            faults.check(
                    seen.add(share.invoiceId()), path + "invoiceId", "must not be named twice");
            faults.check(
                    money.getCurrencyUnit().equals(currency),
                    path + "amount",
                    "must be in %s".formatted(currency));
            faults.check(!money.isZero(), path + "amount", "must be above zero");
        }
        faults.orThrow();
        return wished.stream()
                .map(
                        share ->
                                new Share(
                                        share.invoiceId(),
                                        Amounts.minor(share.amount().money(faults, PATH))))
                .toList();
    }

    private static void within(Share share, @Nullable Payable payable, Money amount) {
        var currency = amount.getCurrencyUnit();
        var due = Money.ofMinor(currency, payable == null ? 0 : payable.dueMinor());
        if (share.minor() > Amounts.minor(due)) {
            var number = payable == null ? "" : payable.number();
            throw new Refused(
                    new MoreThanDue(
                            payable == null
                                    ? "One of the invoices has nothing left to pay. Leave it out."
                                    : "Of invoice %s only %s is left to pay."
                                            .formatted(number, due),
                            number,
                            due));
        }
    }
}
