package dev.quittance.statements;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement of account that is mailed.
 *
 * @param closing owed on the last day
 * @param recipients null for whoever gets the customer's papers
 */
record KeptStatement(
        UUID id,
        UUID customer,
        StatementScope scope,
        Money closing,
        @Nullable List<String> recipients) {}
