package dev.quittance.payments;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What a gateway is asked to charge.
 *
 * @param key the same key is the same charge, however often it is asked for
 * @param customer who is charged
 * @param plannedAt when it was first to be asked for; no charge with the key is older
 * @param source what the money is taken from
 * @param description for the payer's bank statement and the merchant's list at the gateway
 */
public record ChargeOrder(
        String key,
        UUID customer,
        Instant plannedAt,
        Money amount,
        ChargeSource source,
        String description) {}
