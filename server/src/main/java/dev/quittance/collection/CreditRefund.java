package dev.quittance.collection;

import dev.quittance.payments.Payment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What goes back to a payment, of credit that was given for an invoice that it had paid.
 *
 * @param amount above zero
 */
public record CreditRefund(Payment payment, Money amount) {

    /**
     * Credit that was given for an invoice and owes it nothing more.
     *
     * @param invoice that it was given for
     */
    public record Left(UUID invoice, Money amount) {}

    /**
     * What a payment paid of an invoice.
     *
     * @param unrefunded what of the whole payment has not gone back yet
     */
    record Paid(UUID invoice, Payment payment, Money amount, Money unrefunded) {}

    /**
     * Sends each rest back to what paid its invoice in money, the latest first; never more than it
     * paid of it, than has not gone back of it, and than there is {@code credit}. The rest stays
     * credit.
     *
     * @param paid the oldest first
     */
    static List<CreditRefund> of(List<Left> rests, List<Paid> paid, Money credit) {
        var back = new ArrayList<CreditRefund>();
        var gone = new HashMap<UUID, Money>();
        var free = credit;
        for (var rest : rests) {
            var left = rest.amount();
            for (var part : paid.reversed()) {
                if (!part.invoice().equals(rest.invoice())) {
                    continue;
                }
                var unrefunded = part.unrefunded().minus(gone(gone, part));
                var amount = least(List.of(left, part.amount(), unrefunded, free));
                if (amount.isPositive()) {
                    back.add(new CreditRefund(part.payment(), amount));
                    gone.merge(part.payment().id(), amount, Money::plus);
                    left = left.minus(amount);
                    free = free.minus(amount);
                }
            }
        }
        return together(back);
    }

    private static Money gone(Map<UUID, Money> gone, Paid part) {
        return gone.getOrDefault(part.payment().id(), Money.zero(part.amount().getCurrencyUnit()));
    }

    private static Money least(List<Money> amounts) {
        return amounts.stream().min(Money::compareTo).orElseThrow();
    }

    /** One refund of each payment. */
    private static List<CreditRefund> together(List<CreditRefund> parts) {
        var each = new LinkedHashMap<UUID, CreditRefund>();
        parts.forEach(
                part ->
                        each.merge(
                                part.payment().id(),
                                part,
                                (one, other) ->
                                        new CreditRefund(
                                                one.payment(), one.amount().plus(other.amount()))));
        return List.copyOf(each.values());
    }
}
