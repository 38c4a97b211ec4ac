package dev.quittance.banking;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How an amount goes over invoices. */
interface Shares {
    int MOST_TRIED = 12;

    static Money sum(Money amount, List<OwedInvoice> invoices) {
        var sum = Money.zero(amount.getCurrencyUnit());
        for (var invoice : invoices) {
            sum = sum.plus(invoice.owed());
        }
        return sum;
    }

    /** The first of them first; what is left over pays nothing. */
    static List<BankSuggestionShare> oldestFirst(Money amount, List<OwedInvoice> invoices) {
        var shares = new ArrayList<BankSuggestionShare>();
        var left = amount;
        for (var invoice : invoices) {
            var part = left.isLessThan(invoice.owed()) ? left : invoice.owed();
            if (part.isPositive()) {
                shares.add(new BankSuggestionShare(invoice.id(), invoice.number(), part));
                left = left.minus(part);
            }
        }
        return shares;
    }

    /**
     * The only choice of several of the first twelve that adds up to the amount, if there is one.
     */
    static @Nullable List<OwedInvoice> adding(Money amount, List<OwedInvoice> invoices) {
        int count = Math.min(invoices.size(), MOST_TRIED);
        long wanted = amount.getAmountMinorLong();
        int found = 0;
        for (int choice = 1; choice < 1 << count; choice++) {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += (choice >> i & 1) * invoices.get(i).owed().getAmountMinorLong();
            }
            if (sum == wanted && Integer.bitCount(choice) > 1) {
                if (found != 0) {
                    return null;
                }
                found = choice;
            }
        }
        if (found == 0) {
            return null;
        }
        var chosen = new ArrayList<OwedInvoice>();
        for (int i = 0; i < count; i++) {
            if ((found >> i & 1) == 1) {
                chosen.add(invoices.get(i));
            }
        }
        return chosen;
    }
}
