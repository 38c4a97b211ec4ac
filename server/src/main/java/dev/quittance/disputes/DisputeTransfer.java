package dev.quittance.disputes;

import dev.quittance.ledger.Account;
import dev.quittance.ledger.Booking;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** A booking of a dispute. */
record DisputeTransfer(
        UUID id,
        UUID disputeId,
        LocalDate bookedOn,
        Booking booking,
        Account debit,
        Account credit,
        Money amount) {}
