package dev.quittance.banking;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.BusinessClock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Books what a statement shows: money that came in moves from CLEARING to BANK, money that left the
 * other way. What has been confirmed and no statement shows yet stays in CLEARING. A payout moves
 * nothing here: it was booked when the gateway reported it.
 */
@Component
class BankTransfers {
    private final Ledger ledger;
    private final BusinessClock clock;

    BankTransfers(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** For an entry that has just been booked. */
    Mono<Void> book(BankEntry entry) {
        return move(entry, entry.direction() == Direction.CREDIT);
    }

    /** Takes back what was booked, if anything was. */
    Mono<Void> back(BankEntry entry) {
        return move(entry, entry.direction() == Direction.DEBIT);
    }

    private Mono<Void> move(BankEntry entry, boolean in) {
        var customer = entry.customerId();
        if (entry.state() != EntryState.BOOKED || customer == null) {
            return Mono.empty();
        }
        return clock.today()
                .map(
                        today ->
                                new NewTransfer(
                                        in ? Booking.BANK_CAME_IN : Booking.BANK_WENT_OUT,
                                        customer,
                                        entry.amount(),
                                        SourceKind.BANK_ENTRY,
                                        entry.id(),
                                        entry.timesBooked(),
                                        today,
                                        null))
                .flatMap(transfer -> ledger.book(List.of(transfer)));
    }
}
