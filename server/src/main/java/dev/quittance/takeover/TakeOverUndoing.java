package dev.quittance.takeover;

import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportFiles;
import dev.quittance.invoicing.FormerPeriods;
import dev.quittance.invoicing.TakenOverInvoices;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.subscriptions.FormerBillings;
import dev.quittance.takeover.TakeOverAnswer.TakeOverInUse;
import dev.quittance.takeover.TakeOverAnswer.TakeOverNotDone;
import dev.quittance.takeover.TakeOverRows.Made;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes a take-over back, by the opposite bookings, as long as nothing was done with its rows. */
@Service
class TakeOverUndoing {
    private static final int LONGEST_REASON = 300;

    private final ImportFiles files;
    private final TakeOverRows rows;
    private final TakeOverUses uses;
    private final TakeOverRepository repository;
    private final TakenOverInvoices invoices;
    private final OpeningCredits openings;
    private final FormerBillings billings;
    private final FormerPeriods periods;
    private final BusinessClock clock;

    TakeOverUndoing(
            ImportFiles files,
            TakeOverRows rows,
            TakeOverUses uses,
            TakeOverRepository repository,
            TakenOverInvoices invoices,
            OpeningCredits openings,
            FormerBillings billings,
            FormerPeriods periods,
            BusinessClock clock) {
        this.files = files;
        this.rows = rows;
        this.uses = uses;
        this.repository = repository;
        this.invoices = invoices;
        this.openings = openings;
        this.billings = billings;
        this.periods = periods;
        this.clock = clock;
    }

    @Transactional
    Mono<Void> undo(UUID id, String reason) {
        var faults = new Faults();
        var named = Texts.name(faults, "reason", reason, LONGEST_REASON);
        faults.orThrow();
        var why = Objects.requireNonNull(named);
        return files.lock(id, TakeOverKind.NAMES)
                .doOnNext(TakeOverUndoing::checkIdle)
                .flatMap(_ -> rows.made(id).collectList())
                .doOnNext(TakeOverUndoing::checkDone)
                .delayUntil(uses::hold)
                .delayUntil(made -> uses.of(made).collectList().doOnNext(TakeOverUndoing::refuse))
                .zipWith(clock.today())
                .flatMap(t -> takeBack(t.getT1(), t.getT2(), why))
                .then(rows.undone(id))
                .then(Caller.current().flatMap(by -> repository.undone(id, why, by)))
                .then(files.announce(id));
    }

    private static void checkIdle(ImportFile file) {
        if (file.busy()) {
            throw new Refused(new TakeOverNotDone("The import is at work. Wait until it is done."));
        }
    }

    private static void checkDone(List<Made> made) {
        if (made.isEmpty()) {
            throw new Refused(
                    new TakeOverNotDone(
                            "Nothing of this file is taken over, or it is taken back already."));
        }
    }

    private static void refuse(List<String> found) {
        if (!found.isEmpty()) {
            throw new Refused(
                    new TakeOverInUse(
                            "Something was done with what was taken over since then: %s. Undo that first."
                                    .formatted(String.join(", ", found)),
                            found));
        }
    }

    private Mono<Void> takeBack(List<Made> made, LocalDate today, String why) {
        var debts = made.stream().filter(one -> one.minor() > 0).map(Made::id).toList();
        var credits = made.stream().filter(one -> one.minor() < 0).toList();
        var dates = made.stream().filter(one -> one.before() != null).toList();
        return (debts.isEmpty() ? Mono.just(0) : invoices.remove(debts, today, why))
                .doOnNext(removed -> complete(removed, debts.size()))
                .then(Mono.defer(() -> openings.takeBack(credits, today, why)))
                .then(Mono.defer(() -> forget(dates, why)));
    }

    private Mono<Void> forget(List<Made> dates, String why) {
        if (dates.isEmpty()) {
            return Mono.empty();
        }
        return billings.forget(
                        dates.stream().map(one -> Objects.requireNonNull(one.before())).toList(),
                        dates.stream().map(one -> one.row().on()).toList(),
                        why)
                .doOnNext(forgotten -> complete(forgotten, dates.size()))
                .then(periods.release(dates.stream().map(Made::id).toList()));
    }

    private static void complete(int done, int wanted) {
        if (done < wanted) {
            refuse(List.of("%d rows have been used".formatted(wanted - done)));
        }
    }
}
