package dev.quittance.takeover;

import dev.quittance.imports.ImportFile;
import dev.quittance.imports.RowKind;
import dev.quittance.platform.JsonText;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Files from another billing system, as imports are to treat them. */
@Component
class TakeOverFiles implements RowKind {
    private final TakeOverCheck check;
    private final TakeOverRun run;

    TakeOverFiles(TakeOverCheck check, TakeOverRun run) {
        this.check = check;
        this.run = run;
    }

    @Override
    public Set<String> kinds() {
        return TakeOverKind.NAMES;
    }

    @Override
    public String proposed(String kind, List<String> columns) {
        return JsonText.write(TakeOverMapping.proposedFor(TakeOverKind.valueOf(kind), columns));
    }

    @Override
    public Mono<Boolean> check(ImportFile file) {
        return check.next(file);
    }

    @Override
    public Mono<Boolean> run(ImportFile file) {
        return run.next(file);
    }
}
