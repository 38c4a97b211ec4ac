package dev.quittance.ledger;

import java.util.UUID;
import org.joda.money.Money;

/**
 * What a customer owes and is owed in one currency.
 *
 * @param refundPending on its way back to the customer; no longer part of the credit
 */
public record Balance(
        UUID customer, String currency, Money receivable, Money credit, Money refundPending) {}
