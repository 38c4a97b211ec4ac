package dev.quittance.collection;

import dev.quittance.payments.NewPayment;
import dev.quittance.payments.Payable;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money as staff says it came in, checked. It may be less than is due, or more. */
record OfflineMoney(
        Money amount, PaymentMethodKind method, String label, @Nullable LocalDate valueOn) {
    private static final int LONGEST_REFERENCE = 200;

    /** Refuses what can't have come in. */
    static OfflineMoney of(ConfirmOfflinePaymentInput input, Billed billed, LocalDate today) {
        var faults = new Faults();
        var amount = amount(input, billed, faults);
        var reference = Texts.optional(faults, "reference", input.reference(), LONGEST_REFERENCE);
        faults.check(
                input.method() != PaymentMethodKind.CARD,
                "method",
                "must not be CARD: cards are charged by a gateway");
        faults.check(
                input.valueOn() == null || !input.valueOn().isAfter(today),
                "valueOn",
                "must not be after today, %s".formatted(today));
        faults.orThrow();
        return new OfflineMoney(
                amount,
                input.method(),
                reference == null ? input.method().label() : reference,
                input.valueOn());
    }

    /** The payment it makes; oldest due first, the rest becomes credit. */
    NewPayment payment(Billed billed, LocalDate today) {
        return new NewPayment(
                Ids.next(),
                billed.customer(),
                amount,
                Money.zero(billed.currency()),
                method,
                label,
                today,
                valueOn,
                billed.payables().stream().map(Payable::invoice).toList());
    }

    private static Money amount(ConfirmOfflinePaymentInput input, Billed billed, Faults faults) {
        if (input.amount() == null) {
            return Money.ofMinor(
                    billed.currency(),
                    billed.payables().stream().mapToLong(Payable::dueMinor).sum());
        }
        var amount = input.amount().money(faults, "amount");
        faults.check(amount.isPositive(), "amount", "must be above zero");
        faults.check(
                amount.getCurrencyUnit().equals(billed.currency()),
                "amount",
                "must be in %s, the currency of the invoices".formatted(billed.currency()));
        Amounts.check(faults, "amount", amount);
        return amount;
    }
}
