package dev.quittance.statements;

import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about.
 *
 * @param lastTransfer the last one that counts; null for all there are
 */
record StatementScope(CurrencyUnit currency, StatementPeriod period, @Nullable UUID lastTransfer) {

    static StatementScope of(CurrencyUnit currency, StatementPeriod period) {
        return new StatementScope(currency, period, null);
    }
}
