package dev.quittance.notices;

import dev.quittance.platform.DueWork;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes notices after 30 days, read or not: what they tell of stands elsewhere. */
@Component
class NoticesForgotten implements DueWork {
    private static final Duration KEPT = Duration.ofDays(30);

    private final NoticeRepository repository;

    NoticesForgotten(NoticeRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "forgotten-notices";
    }

    @Override
    public int floor() {
        return 11;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return repository.forget(KEPT);
    }
}
