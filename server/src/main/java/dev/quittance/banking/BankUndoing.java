package dev.quittance.banking;

import dev.quittance.banking.BankAnswers.BankEntryDone;
import dev.quittance.banking.BankAnswers.SetAsideBankEntryInput;
import dev.quittance.banking.BankAnswers.UndoBankEntryInput;
import dev.quittance.collection.BankReceipts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sets entries aside that are none of ours, and opens decided ones again. */
@Service
class BankUndoing {
    private static final int LONGEST_NOTE = 500;
    private final EntryDecisions decisions;
    private final EntryRepository entries;
    private final BankReceipts receipts;
    private final Matching matching;

    BankUndoing(
            EntryDecisions decisions,
            EntryRepository entries,
            BankReceipts receipts,
            Matching matching) {
        this.decisions = decisions;
        this.entries = entries;
        this.receipts = receipts;
        this.matching = matching;
    }

    @Transactional
    Mono<BankEntryDone> setAside(SetAsideBankEntryInput input) {
        var note = reason("note", input.note());
        return decisions
                .hold(input.entryId(), null)
                .flatMap(entry -> decisions.keep(entry, Decision.setAside(note)))
                .then(decisions.shown(input.entryId()));
    }

    /** Opens a decided entry again; a payment that it had become is put back to New. */
    Mono<BankEntryDone> undo(UndoBankEntryInput input) {
        var reason = reason("reason", input.reason());
        return decisions.once(
                "undoBankEntry",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        decisions
                                .held(input.entryId())
                                .delayUntil(entry -> takeBack(entry, reason))
                                .flatMap(this::open));
    }

    /** Opens the entry that became a payment which was put back to New elsewhere. */
    Mono<Void> putBack(UUID payment) {
        return entries.bookedAs(payment)
                .flatMap(decisions::held)
                .filter(entry -> payment.equals(entry.paymentId()))
                .flatMap(this::open);
    }

    private Mono<Void> open(BankEntry entry) {
        return decisions
                .keep(entry, Decision.OPENED)
                .then(Mono.defer(() -> matching.match(List.of(entry.id()))));
    }

    private Mono<Void> takeBack(BankEntry entry, String reason) {
        var payment = entry.paymentId();
        if (entry.undecided()) {
            throw EntryDecisions.stays("This entry is open already.");
        }
        if (entry.refundId() != null || entry.returnedId() != null) {
            throw EntryDecisions.stays(
                    "A refund that was sent and a payment that came back can't be undone here.");
        }
        return payment == null || entry.recorded()
                ? Mono.empty()
                : receipts.putBack(payment, reason);
    }

    private static String reason(String path, String given) {
        var faults = new Faults();
        var reason = Texts.name(faults, path, given, LONGEST_NOTE);
        faults.orThrow();
        return reason;
    }
}
