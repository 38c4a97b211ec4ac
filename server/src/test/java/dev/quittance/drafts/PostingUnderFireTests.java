package dev.quittance.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * Many post at once, half of them already in the next day, while their connections are cut in the
 * middle of what they do, as when a server is killed: no number is left out or given twice, and
 * dates never run backwards.
 */
class PostingUnderFireTests extends IntegrationTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);
    private static final int AT_ONCE = 8;

    @Autowired private Invoices invoices;
    @Autowired private Books books;

    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();

    @Test
    void aFewCrashesLeaveNoGap() {
        fire(200, 3);
    }

    @Test
    @Tag("soak")
    void twoThousandDocumentsAndTenCrashesLeaveNoGap() {
        fire(2000, 10);
    }

    private void fire(int documents, int crashes) {
        var customers = customers();
        posted.set(0);
        cut.set(0);
        var before = books.number("select count(*) from invoice");
        var crashing =
                Flux.interval(Duration.ofMillis(400))
                        .onBackpressureDrop()
                        .takeWhile(_ -> posted.get() < documents && cut.get() < crashes)
                        .concatMap(_ -> crash())
                        .subscribe();
        Flux.range(0, documents)
                .flatMap(i -> post(customers.get(i % customers.size()), documents), AT_ONCE)
                .blockLast(Duration.ofMinutes(15));
        crashing.dispose();

        assertThat(cut.get()).as("connections were cut").isPositive();
        assertThat(books.number("select count(*) from invoice") - before)
                .isGreaterThanOrEqualTo(documents);
        assertThat(
                        books.number(
                                """
                                select count(*) from (
                                  select right(number, 6)::bigint - row_number() over (order by number) as shift
                                    from invoice) n where shift <> 0
                                """))
                .as("gaps")
                .isZero();
        assertThat(
                        books.number(
                                """
                                select count(*) from (
                                  select issued_on < lag(issued_on) over (order by number) as backwards
                                    from invoice) n where backwards
                                """))
                .as("dates that run backwards")
                .isZero();
        books.mustAgree();
    }

    /** The later half finds itself in the next day; the others learn it by being refused. */
    private Mono<Integer> post(UUID customer, int documents) {
        return Mono.defer(
                        () -> {
                            var late =
                                    posted.get() > documents / 2
                                            || posted.get() > documents / 3
                                                    && ThreadLocalRandom.current().nextBoolean();
                            var order =
                                    Entries.order(
                                            customer, CurrencyUnit.USD, entry(), InvoiceTerms.NONE);
                            return invoices.post(
                                    List.of(order), late ? DAY.plusDays(1) : DAY, null);
                        })
                .subscribeOn(Schedulers.parallel())
                .retryWhen(Retry.fixedDelay(1000, Duration.ofMillis(30)))
                .map(_ -> posted.incrementAndGet())
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    private Mono<Long> crash() {
        return db.sql(
                        """
                        select count(pg_terminate_backend(pid))
                          from (select pid from pg_stat_activity
                                 where datname = current_database() and pid <> pg_backend_pid()
                                   and state <> 'idle' and query not like 'listen %'
                                 order by random() limit 4) victims
                        """)
                .mapValue(Long.class)
                .one()
                .doOnNext(count -> cut.addAndGet(count > 0 ? 1 : 0))
                .onErrorResume(_ -> Mono.empty());
    }

    private List<UUID> customers() {
        var sales = new Sales(db);
        var customers = new ArrayList<UUID>();
        for (var i = 0; i < 2 * AT_ONCE; i++) {
            customers.add(sales.customer("Posted " + i));
        }
        return customers;
    }

    private static InvoiceEntry entry() {
        var line =
                new EnteredLine(
                        "Work", BigDecimal.ONE, BigDecimal.TEN, null, null, null, null, null);
        return new InvoiceEntry(false, List.of(line), null, null, null, null, null);
    }
}
