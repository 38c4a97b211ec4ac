package dev.quittance.collection;

import dev.quittance.platform.DueWork;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Reminds, on the days of the rules, of invoices that are not charged by themselves. A day that was
 * missed while an invoice did not exist yet is not made up for.
 */
@Component
class RemindersByDate implements DueWork {
    private static final int BATCH = 500;

    private final ReminderRepository repository;
    private final News news;
    private final TransactionalOperator transaction;

    RemindersByDate(ReminderRepository repository, News news, TransactionalOperator transaction) {
        this.repository = repository;
        this.news = news;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public int floor() {
        return 7;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return Mono.defer(() -> batch(day, zone)).repeat().takeUntil(done -> done < BATCH).then();
    }

    private Mono<Integer> batch(LocalDate day, ZoneId zone) {
        return repository
                .due(day, zone, BATCH)
                .collectList()
                .delayUntil(due -> remind(due, day))
                .map(List::size)
                .as(transaction::transactional);
    }

    private Mono<Void> remind(List<Reminder> due, LocalDate day) {
        return repository
                .add(due, day)
                .then(
                        Mono.defer(
                                () ->
                                        news.tell(
                                                due.stream().map(RemindersByDate::entry).toList(),
                                                due.stream().map(RemindersByDate::told).toList(),
                                                List.of())));
    }

    private static Reminded told(Reminder reminder) {
        return new Reminded(reminder.id(), reminder.invoice(), reminder.customer());
    }

    private static HistoryEntry.New entry(Reminder reminder) {
        return new HistoryEntry.New(
                "INVOICE",
                reminder.invoice(),
                reminder.customer(),
                "reminded of",
                null,
                Map.of("daysAfterDue", reminder.days()),
                null);
    }
}
