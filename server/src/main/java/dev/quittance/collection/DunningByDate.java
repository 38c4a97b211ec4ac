package dev.quittance.collection;

import dev.quittance.platform.Changes;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries failed charges again on their days, and gives up what the last try left unpaid. */
@Component
class DunningByDate implements DueWork {
    private final DunningRepository repository;
    private final Dunning dunning;
    private final Changes changes;

    DunningByDate(DunningRepository repository, Dunning dunning, Changes changes) {
        this.repository = repository;
        this.dunning = dunning;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "dunning";
    }

    @Override
    public int floor() {
        return 7;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return repository
                .over(day, zone)
                .collectList()
                .flatMapIterable(invoices -> invoices)
                .concatMap(invoice -> dunning.giveUp(invoice, day))
                .then(Mono.defer(() -> repository.retry(day, zone)))
                .filter(tries -> tries > 0)
                .flatMap(_ -> changes.announceAll("INVOICE"));
    }
}
