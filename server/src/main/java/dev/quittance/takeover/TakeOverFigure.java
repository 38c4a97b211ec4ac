package dev.quittance.takeover;

import dev.quittance.takeover.TakeOver.Total;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the good rows of a file add up to in one currency, beside what the former system says and,
 * after the run, what the ledger says.
 *
 * @param owed by customers
 * @param credit owed to customers
 * @param statedOwed what the former system says; null where nobody typed it in
 * @param bookedOwed what the ledger has of these rows; null before the run
 */
record TakeOverFigure(
        CurrencyUnit currency,
        int owedCount,
        Money owed,
        int creditCount,
        Money credit,
        @Nullable Money statedOwed,
        @Nullable Money statedCredit,
        @Nullable Money bookedOwed,
        @Nullable Money bookedCredit) {

    static TakeOverFigure none(CurrencyUnit currency) {
        var zero = Money.zero(currency);
        return new TakeOverFigure(currency, 0, zero, 0, zero, null, null, null, null);
    }

    /** What the customers owe after what is owed to them. */
    public Money net() {
        return owed.minus(credit);
    }

    /** How much more the file has than the former system says. */
    public @Nullable Money owedDifference() {
        return statedOwed == null ? null : owed.minus(statedOwed);
    }

    public @Nullable Money creditDifference() {
        return statedCredit == null ? null : credit.minus(statedCredit);
    }

    /** Whether the former system says something else. */
    public boolean differs() {
        return statedOwed != null && !statedOwed.equals(owed)
                || statedCredit != null && !statedCredit.equals(credit);
    }

    /** Whether the ledger says the same as the file; null before the run. */
    public @Nullable Boolean booked() {
        return bookedOwed == null || bookedCredit == null
                ? null
                : bookedOwed.equals(owed) && bookedCredit.equals(credit);
    }

    TakeOverFigure beside(Total stated) {
        return new TakeOverFigure(
                currency,
                owedCount,
                owed,
                creditCount,
                credit,
                stated.owed(),
                stated.credit(),
                bookedOwed,
                bookedCredit);
    }
}
