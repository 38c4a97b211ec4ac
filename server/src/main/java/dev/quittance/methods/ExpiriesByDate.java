package dev.quittance.methods;

import dev.quittance.platform.DueWork;
import dev.quittance.platform.News;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Warns, once for each last day of a method, that it will expire: of what is offered first, and of
 * what subscriptions are charged to by themselves. A night that was missed is made up for.
 */
@Component
class ExpiriesByDate implements DueWork {
    private static final int BATCH = 500;

    private final ExpiryRepository repository;
    private final News news;
    private final TransactionalOperator transaction;

    ExpiriesByDate(ExpiryRepository repository, News news, TransactionalOperator transaction) {
        this.repository = repository;
        this.news = news;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "expiring-methods";
    }

    @Override
    public int floor() {
        return 6;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return Mono.defer(() -> batch(day, zone)).repeat().takeUntil(done -> done < BATCH).then();
    }

    private Mono<Integer> batch(LocalDate day, ZoneId zone) {
        return repository
                .warn(day, zone, BATCH)
                .collectList()
                .delayUntil(warned -> news.tell(List.of(), warned, List.of()))
                .map(List::size)
                .as(transaction::transactional);
    }
}
