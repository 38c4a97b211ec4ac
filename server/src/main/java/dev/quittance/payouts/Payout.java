package dev.quittance.payouts;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Money that a gateway sent to the bank.
 *
 * @param reference the gateway's own
 * @param charged what customers paid
 * @param refunded what went back to customers, above zero
 * @param fees what the gateway keeps
 * @param amount what is left; below zero what the gateway took from the bank
 * @param sentOn the day on which the gateway sent it
 * @param bookedOn the day on which it was recorded here
 * @param partCount how many charges and refunds are in it
 */
record Payout(
        UUID id,
        String gateway,
        String reference,
        Money charged,
        Money refunded,
        Money fees,
        Money amount,
        LocalDate sentOn,
        LocalDate bookedOn,
        int partCount) {}
