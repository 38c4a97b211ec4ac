package dev.quittance.collection;

import dev.quittance.payments.NewPayment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money as staff says it came in, checked. It may be less than is due, or more. */
record OfflineMoney(
        Money amount, PaymentMethodKind method, String label, @Nullable LocalDate valueOn) {
    private static final int LONGEST_REFERENCE = 200;

    /** What staff says of it besides the amount. */
    record Particulars(
            PaymentMethodKind method, @Nullable String reference, @Nullable LocalDate valueOn) {}

    /** Refuses what can't have come in. */
    static OfflineMoney of(Money amount, Particulars given, LocalDate today, Faults faults) {
        var reference = Texts.optional(faults, "reference", given.reference(), LONGEST_REFERENCE);
        faults.check(
                given.method() != PaymentMethodKind.CARD,
                "method",
                "must not be CARD: cards are charged by a gateway");
        faults.check(
                given.valueOn() == null || !given.valueOn().isAfter(today),
                "valueOn",
                "must not be after today, %s".formatted(today));
        faults.orThrow();
        return new OfflineMoney(
                amount,
                given.method(),
                reference == null ? given.method().label() : reference,
                given.valueOn());
    }

    /** An amount that was sent, in {@code currency} and above zero. */
    static Money amount(MoneyInput given, CurrencyUnit currency, Faults faults) {
        var amount = given.money(faults, "amount");
        faults.check(amount.isPositive(), "amount", "must be above zero");
        faults.check(
                amount.getCurrencyUnit().equals(currency),
                "amount",
                "must be in %s".formatted(currency));
        Amounts.check(faults, "amount", amount);
        return amount;
    }

    /** The payment it makes, for these invoices; for none it is a top-up. */
    NewPayment payment(UUID customer, LocalDate today, List<UUID> targets) {
        return new NewPayment(
                Ids.next(),
                customer,
                amount,
                Money.zero(amount.getCurrencyUnit()),
                method,
                label,
                today,
                valueOn,
                targets);
    }
}
