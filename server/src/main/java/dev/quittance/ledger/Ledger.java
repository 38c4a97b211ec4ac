package dev.quittance.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Double entry: books transfers and knows what they add up to. */
@Service
public class Ledger {
    private final LedgerRepository repository;
    private final BooksRules rules;

    Ledger(LedgerRepository repository, BooksRules rules) {
        this.repository = repository;
        this.rules = rules;
    }

    /**
     * Books {@code transfers} and changes the balances, in one statement of the caller's
     * transaction. A transfer that was booked before fails by its unique key, and nothing is
     * booked. A day in a closed month is refused with {@link MonthClosed}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> book(List<NewTransfer> transfers) {
        return transfers.isEmpty() ? Mono.empty() : repository.book(transfers);
    }

    /** The balances of these customers, those with bookings only, by currency. */
    public Flux<Balance> balances(Collection<UUID> customers) {
        return repository.balances(customers);
    }

    /** Adds up every transfer anew and reports, in words, the first balances that differ. */
    public Flux<String> check() {
        return rules.check(LedgerRules.BALANCES)
                .flatMapIterable(RuleOutcome::first)
                .map(BooksDifference::sentence);
    }
}
