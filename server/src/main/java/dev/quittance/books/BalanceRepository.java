package dev.quittance.books;

import dev.quittance.books.TrialBalance.AccountBalance;
import dev.quittance.ledger.Account;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds up accounts from the sums that are kept by day. */
@Repository
class BalanceRepository {
    static final String TRIAL_BALANCE =
            """
            select account,
                   coalesce(sum(debit_minor - credit_minor) filter (where booked_on < :from), 0)::bigint as opening,
                   coalesce(sum(debit_minor) filter (where booked_on >= :from), 0)::bigint as debit,
                   coalesce(sum(credit_minor) filter (where booked_on >= :from), 0)::bigint as credit
              from ledger_sum
             where currency = :currency and booked_on <= :to
             group by account
            """;

    private final DatabaseClient db;

    BalanceRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Every currency in which something is booked. */
    Flux<CurrencyUnit> currencies() {
        return db.sql("select distinct currency from ledger_sum order by currency")
                .mapValue(String.class)
                .all()
                .map(CurrencyUnit::of);
    }

    /** The accounts that were ever moved, in their usual order. */
    Flux<AccountBalance> accounts(CurrencyUnit currency, LocalDate from, LocalDate to) {
        return db.sql(TRIAL_BALANCE)
                .bind("currency", currency.getCode())
                .bind("from", from)
                .bind("to", to)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new AccountBalance(
                                    column.choice("account", Account.class),
                                    Money.ofMinor(currency, column.number("opening")),
                                    Money.ofMinor(currency, column.number("debit")),
                                    Money.ofMinor(currency, column.number("credit")));
                        })
                .all()
                .sort((one, other) -> one.account().compareTo(other.account()));
    }

    /** The debit balance of an account before a transfer. */
    Mono<Money> before(Account account, CurrencyUnit currency, LedgerTransfer transfer) {
        return db.sql(
                        """
                        select ((select coalesce(sum(debit_minor - credit_minor), 0) from ledger_sum
                                  where account = :account and currency = :currency and booked_on < :day)
                              + (select coalesce(sum(amount_minor), 0) from transfer
                                  where debit = :account and currency = :currency and booked_on = :day and id < :id)
                              - (select coalesce(sum(amount_minor), 0) from transfer
                                  where credit = :account and currency = :currency and booked_on = :day and id < :id)
                               )::bigint as minor
                        """)
                .bind("account", account.name())
                .bind("currency", currency.getCode())
                .bind("day", transfer.bookedOn())
                .bind("id", transfer.id())
                .map(row -> Amounts.ofMinor(new Columns(row).number("minor"), currency.getCode()))
                .one();
    }

    /** As {@link #before}, of one customer. */
    Mono<Money> before(
            Account account, CurrencyUnit currency, UUID customer, LedgerTransfer transfer) {
        return db.sql(
                        """
                        select coalesce(sum(case when debit = :account then amount_minor else -amount_minor end), 0)::bigint as minor
                          from transfer
                         where customer_id = :customer and currency = :currency and (booked_on, id) < (:day, :id)
                           and (debit = :account or credit = :account)
                        """)
                .bind("account", account.name())
                .bind("currency", currency.getCode())
                .bind("customer", customer)
                .bind("day", transfer.bookedOn())
                .bind("id", transfer.id())
                .map(row -> Amounts.ofMinor(new Columns(row).number("minor"), currency.getCode()))
                .one();
    }
}
