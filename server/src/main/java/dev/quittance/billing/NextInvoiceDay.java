package dev.quittance.billing;

import dev.quittance.billing.BillCandidateRepository.Candidate;
import dev.quittance.contracting.ComingBills;
import dev.quittance.platform.ClockState;
import dev.quittance.subscriptions.DueTerm;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the clock in GraphQL when the next invoice comes. */
@Controller
class NextInvoiceDay {
    private static final int MOST = 1000;

    private final BillCandidateRepository candidates;
    private final ComingBills coming;

    NextInvoiceDay(BillCandidateRepository candidates, ComingBills coming) {
        this.candidates = candidates;
        this.coming = coming;
    }

    /**
     * How far the search has come.
     *
     * @param from nobody who is still to be looked at is billed before this day
     * @param found the earliest bill so far
     */
    private record Search(LocalDate from, @Nullable LocalDate found) {

        Search with(Search one) {
            var earlier =
                    found == null || (one.found != null && one.found.isBefore(found))
                            ? one.found
                            : found;
            return new Search(one.from, earlier);
        }

        boolean over() {
            return found != null && !found.isAfter(from);
        }
    }

    /** The first day from today on on which anything is billed; today only if its work is to do. */
    @SchemaMapping(typeName = "BusinessClock")
    Mono<LocalDate> nextInvoiceOn(ClockState clock) {
        var done = clock.workDoneThrough();
        var first =
                done == null || done.isBefore(clock.today())
                        ? clock.today()
                        : clock.today().plusDays(1);
        return candidates
                .first(MOST)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::billed, 1)
                .scan(Search::with)
                .takeUntil(Search::over)
                .takeLast(1)
                .next()
                .mapNotNull(Search::found)
                .map(day -> day.isBefore(first) ? first : day);
    }

    private Mono<Search> billed(Candidate candidate) {
        return coming.next(candidate.subscription())
                .filter(found -> !found.terms().stream().allMatch(DueTerm::silent))
                .map(found -> new Search(candidate.from(), found.on()))
                .defaultIfEmpty(new Search(candidate.from(), null));
    }
}
