package dev.quittance.statements;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.DueWork;
import dev.quittance.statements.MonthlyStatementRepository.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Mails the statements of the month before on the first of each month, to customers for whom that
 * is set, if anything happened or something is owed.
 */
@Component
class MonthlyStatements implements DueWork {
    private static final int BATCH = 500;

    private final MonthlyStatementRepository repository;
    private final StatementMaking making;
    private final BusinessClock clock;
    private final TransactionalOperator transaction;

    MonthlyStatements(
            MonthlyStatementRepository repository,
            StatementMaking making,
            BusinessClock clock,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.making = making;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "monthly-statements";
    }

    @Override
    public int floor() {
        return 10;
    }

    /** Booking days are days of the organisation's zone, wherever the customers are. */
    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        var period = StatementPeriod.monthBefore(day);
        return clock.zone()
                .filter(ours -> ours.equals(zone) && day.getDayOfMonth() == 1)
                .flatMapMany(
                        _ -> batch(period, Place.FIRST).expand(reached -> batch(period, reached)))
                .then();
    }

    /** Makes some; where it stopped, or nothing when there are no more. */
    private Mono<Place> batch(StatementPeriod period, Place after) {
        return repository
                .due(period, after, BATCH)
                .collectList()
                .delayUntil(making::makeMonthly)
                .filter(made -> made.size() == BATCH)
                .map(made -> Place.of(made.getLast()))
                .as(transaction::transactional);
    }
}
