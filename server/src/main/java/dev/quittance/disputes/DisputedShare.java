package dev.quittance.disputes;

import java.util.UUID;
import org.joda.money.Money;

/**
 * What an invoice that a disputed payment had paid owes again.
 *
 * @param amount above zero; what the payment paid of it before and does not now
 */
record DisputedShare(UUID disputeId, UUID invoiceId, Money amount) {}
