package dev.quittance.contracting;

import dev.quittance.platform.Problem;
import org.joda.money.Money;

/** What is owed for the subscription has to be paid first. */
record DebtOpen(Money due) implements Problem {
    @Override
    public String message() {
        return "%s is still owed for this subscription. Pay it first.".formatted(due);
    }
}
