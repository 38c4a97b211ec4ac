package dev.quittance.takeover;

import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportFiles;
import dev.quittance.ledger.ClosedMonths;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.takeover.TakeOver.Total;
import dev.quittance.takeover.TakeOverAnswer.TakeOverDiffers;
import dev.quittance.takeover.TakeOverAnswer.TakeOverNotDone;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Starts the check of a file from another billing system and its run; a worker does them. */
@Service
class TakeOvers {
    private static final int LONGEST_REASON = 300;

    private final ImportFiles files;
    private final TakeOverReading reading;
    private final TakeOverRepository repository;
    private final TakeOverRows rows;
    private final ClosedMonths months;
    private final BusinessClock clock;
    private final Organizations organizations;

    TakeOvers(
            ImportFiles files,
            TakeOverReading reading,
            TakeOverRepository repository,
            TakeOverRows rows,
            ClosedMonths months,
            BusinessClock clock,
            Organizations organizations) {
        this.files = files;
        this.reading = reading;
        this.repository = repository;
        this.rows = rows;
        this.months = months;
        this.clock = clock;
        this.organizations = organizations;
    }

    /** Maps the columns and has every row checked; what an earlier check found is forgotten. */
    @Transactional
    Mono<Void> check(UUID id, TakeOverMapping wanted) {
        return Mono.zip(files.lock(id, TakeOverKind.NAMES), today(), closedThrough())
                .flatMap(
                        t -> {
                            var file = t.getT1();
                            var mapping =
                                    wanted.checked(
                                            TakeOverKind.valueOf(file.kind()),
                                            file.columnNames(),
                                            t.getT2(),
                                            t.getT3().orElse(null));
                            return files.beginCheck(file, JsonText.write(mapping))
                                    .then(rows.clear(id));
                        });
    }

    /** Keeps what the former system says it adds up to. */
    @Transactional
    Mono<Void> state(UUID id, List<Total> totals) {
        var faults = new Faults();
        var seen = new HashSet<String>();
        for (var i = 0; i < totals.size(); i++) {
            var path = "totals[%d]".formatted(i);
            faults.check(seen.add(totals.get(i).currency()), path + ".currency", "is named twice");
            sound(totals.get(i).owed(), path + ".owed", faults);
            sound(totals.get(i).credit(), path + ".credit", faults);
        }
        faults.orThrow();
        return files.lock(id, TakeOverKind.NAMES)
                .flatMap(_ -> repository.keepTotals(id, totals))
                .then(files.announce(id));
    }

    private static void sound(@Nullable Money total, String path, Faults faults) {
        if (total != null) {
            faults.check(!total.isNegative(), path, "must not be below zero");
            Amounts.check(faults, path, total);
        }
    }

    /** Takes the rows over. Figures that differ stop it until somebody says why that is right. */
    @Transactional
    Mono<Void> run(UUID id, boolean skipBadRows, @Nullable String acknowledgement) {
        var faults = new Faults();
        var why = Texts.note(faults, "acknowledgement", acknowledgement, LONGEST_REASON);
        faults.orThrow();
        return files.lock(id, TakeOverKind.NAMES)
                .delayUntil(_ -> standing(id))
                .delayUntil(_ -> agreed(id, why))
                .zipWith(Mono.zip(today(), closedThrough()))
                .flatMap(
                        t -> {
                            stillOpen(t.getT1(), t.getT2().getT2().orElse(null));
                            return files.beginRun(t.getT1(), skipBadRows, t.getT2().getT1());
                        });
    }

    /** What was taken back is not taken over again: its file is at its end. */
    private Mono<TakeOver> standing(UUID id) {
        return reading.get(id)
                .doOnNext(
                        one -> {
                            if (one.undoneAt() != null) {
                                throw new Refused(
                                        new TakeOverNotDone(
                                                "This file was taken back. Upload it again to take it over."));
                            }
                        });
    }

    private static void stillOpen(ImportFile file, @Nullable LocalDate closedThrough) {
        var asOf = file.mapping(TakeOverMapping.class).asOf();
        var faults = new Faults();
        faults.check(
                asOf == null || closedThrough == null || asOf.isAfter(closedThrough),
                "mapping.asOf",
                "The books are closed through %s since the check. Open the month again, or check with a later day"
                        .formatted(closedThrough));
        faults.orThrow();
    }

    private Mono<Void> agreed(UUID id, @Nullable String why) {
        return reading.figures(List.of(id))
                .map(
                        found ->
                                found.getOrDefault(id, List.of()).stream()
                                        .filter(TakeOverFigure::differs)
                                        .map(one -> one.currency().getCode())
                                        .toList())
                .filter(different -> !different.isEmpty())
                .flatMap(
                        different ->
                                why == null
                                        ? Mono.error(new Refused(differs(different)))
                                        : Caller.current()
                                                .flatMap(
                                                        by -> repository.acknowledge(id, why, by)));
    }

    private static TakeOverDiffers differs(List<String> currencies) {
        return new TakeOverDiffers(
                "The file and the former system differ in %s. Mend the file or the totals, or say why the difference is right."
                        .formatted(currencies.stream().collect(Collectors.joining(", "))),
                currencies);
    }

    private Mono<Optional<LocalDate>> closedThrough() {
        return months.present().map(one -> Optional.ofNullable(one.closedThrough()));
    }

    private Mono<LocalDate> today() {
        return organizations.zone().flatMap(clock::today).map(Objects::requireNonNull);
    }
}
