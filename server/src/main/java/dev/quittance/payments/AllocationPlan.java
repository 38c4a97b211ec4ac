package dev.quittance.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which invoices are paid by how much: account credit is used first, then the money that came in;
 * the oldest invoice is paid first. Amounts in minor units of one currency.
 */
public record AllocationPlan(List<Share> byCredit, List<Share> byMoney) {

    /** The part of one invoice that is paid; above zero. */
    public record Share(UUID invoice, long minor) {}

    /** Spreads {@code credit} and then {@code money} over what is due. What is left lapses here. */
    public static AllocationPlan of(List<Payable> payables, long credit, long money) {
        var byCredit = new ArrayList<Share>();
        var byMoney = new ArrayList<Share>();
        var creditLeft = Math.max(credit, 0);
        var moneyLeft = money;
        for (var payable : payables.stream().sorted(Payable.OLDEST_FIRST).toList()) {
            var credited = Math.min(creditLeft, payable.dueMinor());
            var paid = Math.min(moneyLeft, payable.dueMinor() - credited);
            add(byCredit, payable, credited);
            add(byMoney, payable, paid);
            creditLeft -= credited;
            moneyLeft -= paid;
        }
        return new AllocationPlan(List.copyOf(byCredit), List.copyOf(byMoney));
    }

    public long creditUsed() {
        return byCredit.stream().mapToLong(Share::minor).sum();
    }

    public long moneyUsed() {
        return byMoney.stream().mapToLong(Share::minor).sum();
    }

    private static void add(List<Share> shares, Payable payable, long minor) {
        if (minor > 0) {
            shares.add(new Share(payable.invoice(), minor));
        }
    }
}
