package dev.quittance.collection;

import dev.quittance.payments.Payable;
import dev.quittance.platform.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What paying some invoices of one customer takes on one day, decided from how they stand. Preview
 * and act come here alike.
 *
 * @param payables what is due, in the order in which it is paid
 * @param paying how much of it is paid now
 * @param credit the account credit that is free to be used
 */
record PaymentTerms(
        UUID customer,
        CurrencyUnit currency,
        List<Payable> payables,
        Money paying,
        Money credit,
        LocalDate on) {

    static PaymentTerms of(Billed billed, Money paying, Money credit, LocalDate on) {
        return new PaymentTerms(
                billed.customer(), billed.currency(), billed.payables(), paying, credit, on);
    }

    Money due() {
        return Money.ofMinor(currency, payables.stream().mapToLong(Payable::dueMinor).sum());
    }

    /** Account credit is used first. */
    Money creditUsed() {
        var free = credit.isNegative() ? Money.zero(currency) : credit;
        return free.isGreaterThan(paying) ? paying : free;
    }

    Money toCharge() {
        return paying.minus(creditUsed());
    }

    /** What a part leaves. */
    Money stillDue() {
        return due().minus(paying);
    }

    boolean nothingDue() {
        return payables.isEmpty();
    }

    List<UUID> targets() {
        return payables.stream().map(Payable::invoice).toList();
    }

    /** Everything the payer is shown, as one text: what differs in it is another quote. */
    String facts() {
        var lines =
                payables.stream()
                        .map(payable -> payable.invoice() + "=" + payable.dueMinor())
                        .collect(Collectors.joining(","));
        return "pay|%s|%s|%s|%s|%d|%d"
                .formatted(
                        customer,
                        currency,
                        on,
                        lines,
                        Amounts.minor(creditUsed()),
                        Amounts.minor(toCharge()));
    }
}
