package dev.quittance.contracting;

import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.DraftLine;
import dev.quittance.subscriptions.Period;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a quote.
 *
 * @param amount without tax; below zero when it is given back
 */
record QuoteLine(
        String description,
        BigDecimal quantity,
        Money amount,
        @Nullable Period period,
        List<String> explanation) {

    static QuoteLine billed(DraftLine line) {
        return new QuoteLine(
                line.charge().description(),
                line.charge().quantity(),
                line.net(),
                Period.ofNullable(line.charge().period()),
                line.explanation().sentences());
    }

    static QuoteLine givenBack(CreditDraft.Line line) {
        return new QuoteLine(
                line.description(),
                BigDecimal.ONE,
                line.net().negated(),
                Period.ofNullable(line.days()),
                line.explanation().sentences());
    }
}
