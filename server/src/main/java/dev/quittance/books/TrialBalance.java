package dev.quittance.books;

import dev.quittance.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What every account holds in one currency: before a stretch of days, moved in it, and after.
 *
 * @param currencies every currency in which something is booked
 * @param from the first day; null for the beginning
 * @param to the last day
 */
record TrialBalance(
        CurrencyUnit currency,
        List<CurrencyUnit> currencies,
        @Nullable LocalDate from,
        LocalDate to,
        List<AccountBalance> accounts) {

    TrialBalance {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account. Balances are debit balances: below zero is a credit balance.
     *
     * @param debit what was debited in the stretch
     * @param credit what was credited in it
     */
    record AccountBalance(Account account, Money opening, Money debit, Money credit) {

        public Money closing() {
            return opening.plus(debit).minus(credit);
        }
    }

    /** What was debited over all accounts; the same was credited. */
    public Money debit() {
        return sum(AccountBalance::debit);
    }

    public Money credit() {
        return sum(AccountBalance::credit);
    }

    private Money sum(Function<AccountBalance, Money> part) {
        return accounts.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
