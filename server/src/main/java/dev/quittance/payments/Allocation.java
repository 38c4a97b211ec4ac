package dev.quittance.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment or of account credit that paid one invoice.
 *
 * @param payment empty where account credit paid
 */
public record Allocation(UUID id, UUID invoice, @Nullable UUID payment, Money amount) {}
