package dev.quittance.takeover;

import dev.quittance.imports.ImportFault;
import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportFiles;
import dev.quittance.takeover.Obstacle.Standing;
import dev.quittance.takeover.TakeOverRow.Placed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The run itself: takes good rows in, some hundred at once, each exactly once. */
@Component
class TakeOverRun {
    private static final int AT_ONCE = 500;

    /** Behind the faults that the check found. */
    private static final int SINCE_THE_CHECK = 1001;

    private final ImportFiles files;
    private final TakeOverRows rows;
    private final Obstacles obstacles;
    private final TakeOverMaking making;
    private final TakeOverRepository repository;

    TakeOverRun(
            ImportFiles files,
            TakeOverRows rows,
            Obstacles obstacles,
            TakeOverMaking making,
            TakeOverRepository repository) {
        this.files = files;
        this.rows = rows;
        this.obstacles = obstacles;
        this.making = making;
        this.repository = repository;
    }

    /** Takes the next rows in; says whether there are more. */
    Mono<Boolean> next(ImportFile file) {
        return repository
                .oneAtATime()
                .then(rows.good(file.id(), file.atLine(), AT_ONCE).collectList())
                .flatMap(found -> found.isEmpty() ? finish(file) : take(file, found));
    }

    private Mono<Boolean> finish(ImportFile file) {
        return repository.finish(file.id()).then(files.complete(file)).thenReturn(false);
    }

    private Mono<Boolean> take(ImportFile file, List<Placed> found) {
        return obstacles
                .held(TakeOverKind.valueOf(file.kind()), found)
                .map(now -> faults(file, found, now))
                .flatMap(faults -> faults.isEmpty() ? make(file, found) : leaveOut(file, faults));
    }

    private static List<ImportFault> faults(ImportFile file, List<Placed> found, Standing now) {
        var faults = new ArrayList<ImportFault>();
        for (var one : found) {
            var obstacle = Obstacle.of(one, now);
            if (obstacle != null) {
                faults.add(
                        new ImportFault(
                                one.row().line(),
                                SINCE_THE_CHECK,
                                TakeOverCheck.column(file, obstacle.field()),
                                obstacle.reason()));
            }
        }
        return faults;
    }

    private Mono<Boolean> make(ImportFile file, List<Placed> found) {
        return making.make(file.id(), TakeOverKind.valueOf(file.kind()), found)
                .then(files.imported(file, found.stream().map(one -> one.row().line()).toList()))
                .thenReturn(true)
                .contextWrite(context -> file.runner().in(Context.of(context)));
    }

    private Mono<Boolean> leaveOut(ImportFile file, List<ImportFault> faults) {
        var spoiled = files.spoiled(file, faults);
        return file.skipBadRows()
                ? spoiled.thenReturn(true)
                : spoiled.then(
                                files.fail(
                                        file,
                                        "Some rows can't come in any more since the check, see the faults. Run it again leaving bad rows out."))
                        .thenReturn(false);
    }
}
