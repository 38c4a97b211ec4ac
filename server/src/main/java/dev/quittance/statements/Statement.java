package dev.quittance.statements;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The account of a customer in one currency over a stretch of days. Amounts above zero are owed to
 * the merchant.
 *
 * @param opening owed before the first day
 * @param charged what the rows added
 * @param credited what the rows took off, above zero
 * @param rowCount how many rows there are
 */
public record Statement(
        UUID customer,
        StatementPeriod period,
        Money opening,
        Money charged,
        Money credited,
        int rowCount,
        StatementAging aging) {

    public CurrencyUnit currency() {
        return opening.getCurrencyUnit();
    }

    public LocalDate from() {
        return period.from();
    }

    public LocalDate to() {
        return period.to();
    }

    /** Owed at the end of the last day. */
    public Money closing() {
        return opening.plus(charged).minus(credited);
    }

    /** Whether there is anything to tell. */
    boolean worthTelling() {
        return rowCount > 0 || !closing().isZero();
    }
}
