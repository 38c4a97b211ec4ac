package dev.quittance.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Due work of tests, on two floors: notes when it ran. */
@Configuration(proxyBeanMethods = false)
class NotedWork {
    static final List<String> RUNS = new CopyOnWriteArrayList<>();
    static final AtomicInteger FAILURES = new AtomicInteger();

    /** How many looks still find something under way. */
    static final AtomicInteger BUSY = new AtomicInteger();

    @Bean
    DueWork upstairs(BusinessClock clock) {
        return work("test upstairs", 99, clock);
    }

    @Bean
    DueWork downstairs(BusinessClock clock) {
        return work("test downstairs", 1, clock);
    }

    @Bean
    UnderWay beside(BusinessClock clock) {
        return () ->
                Mono.defer(clock::today)
                        .filter(_ -> BUSY.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                        .doOnNext(today -> RUNS.add("under way today %s".formatted(today)))
                        .hasElement();
    }

    private static DueWork work(String name, int floor, BusinessClock clock) {
        return new DueWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int floor() {
                return floor;
            }

            @Override
            public Mono<Void> run(LocalDate day, ZoneId zone) {
                return TransactionSynchronizationManager.forCurrentTransaction()
                        .map(_ -> " in a transaction")
                        .onErrorReturn("")
                        .zipWith(clock.today(zone))
                        .doOnNext(both -> note(name, day, both.getT2(), both.getT1()))
                        .then();
            }
        };
    }

    private static void note(String name, LocalDate day, LocalDate today, String how) {
        if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("told to fail");
        }
        RUNS.add("%s %s today %s%s".formatted(name, day, today, how));
    }
}
