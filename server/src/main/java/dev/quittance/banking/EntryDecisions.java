package dev.quittance.banking;

import dev.quittance.banking.BankAnswers.BankAmountDiffers;
import dev.quittance.banking.BankAnswers.BankEntryDone;
import dev.quittance.banking.BankAnswers.BankEntryStays;
import dev.quittance.banking.TargetRepository.Target;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Holds an entry while it is decided about, and keeps the decision. The entry is locked before the
 * customer, in this package and nowhere else; that it is undecided is checked under the lock, so it
 * is booked once.
 */
@Service
class EntryDecisions {
    private final EntryRepository entries;
    private final BankTransfers transfers;
    private final Changes changes;
    private final Idempotency idempotency;

    EntryDecisions(
            EntryRepository entries,
            BankTransfers transfers,
            Changes changes,
            Idempotency idempotency) {
        this.entries = entries;
        this.transfers = transfers;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    /** What the act's transaction left behind. */
    record Done(UUID entry) {}

    /** Acts once for the key, in a transaction of its own; the entry as it stands then. */
    Mono<BankEntryDone> once(
            String mutation, String key, Object input, UUID entry, Supplier<Mono<Void>> act) {
        return idempotency
                .once(
                        mutation,
                        key,
                        input,
                        Done.class,
                        () -> Mono.defer(act).thenReturn(new Done(entry)))
                .flatMap(done -> shown(done.entry()));
    }

    /** An entry nobody has decided about, of money that moved this way; of either if null. */
    Mono<BankEntry> hold(UUID id, @Nullable Direction direction) {
        return held(id).doOnNext(
                        entry -> {
                            if (!entry.undecided()) {
                                throw stays(
                                        entry.state() == EntryState.BOOKED
                                                ? "This entry is booked already."
                                                : "This entry is set aside. Open it again first.");
                            }
                            if (direction != null && entry.direction() != direction) {
                                throw new Refused(
                                        InvalidInput.of(
                                                "entryId",
                                                direction == Direction.CREDIT
                                                        ? "must be an entry of money that came in"
                                                        : "must be an entry of money that left"));
                            }
                        });
    }

    Mono<BankEntry> held(UUID id) {
        return entries.findForUpdate(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("bank entry")));
    }

    /** Refuses what moved another amount, or the other way. */
    Mono<BankEntry> same(BankEntry entry, Mono<Target> wanted) {
        return wanted.map(
                target -> {
                    if (!target.amount().equals(entry.signed())) {
                        throw new Refused(
                                new BankAmountDiffers(
                                        "The entry is about %s, but this is about %s."
                                                .formatted(entry.signed(), target.amount())));
                    }
                    return entry;
                });
    }

    /** Keeps it, books what that means for the bank, and tells who looks. */
    Mono<Void> keep(BankEntry entry, Decision decision) {
        return Caller.current().flatMap(caller -> keep(entry, decision, caller.name()));
    }

    Mono<Void> keep(BankEntry entry, Decision decision, String by) {
        return transfers
                .back(entry)
                .then(entries.decide(entry.id(), decision, by))
                .then(Mono.defer(() -> entries.byIds(List.of(entry.id())).next()))
                .flatMap(transfers::book)
                .then(changes.announce("BANK_STATEMENT", entry.statementId(), null));
    }

    Mono<BankEntryDone> shown(UUID id) {
        return Mono.defer(() -> entries.byIds(List.of(id)).next()).map(BankEntryDone::new);
    }

    static Refused stays(String message) {
        return new Refused(new BankEntryStays(message));
    }
}
