package dev.quittance.payments;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment or of account credit that pays one invoice.
 *
 * @param payment empty where account credit pays
 * @param creditNote the one that pays, where a certain one does
 */
public record Allocation(
        UUID id,
        UUID customer,
        UUID invoice,
        @Nullable UUID payment,
        @Nullable UUID creditNote,
        Money amount,
        LocalDate madeOn) {}
