package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OutboxIntegrationTests extends IntegrationTest {
    private static final Page FIRST = new Page(20, List.of());

    @Autowired private Outbox outbox;
    @Autowired private ParkedDeliveryRepository parked;
    @Autowired private TransactionalOperator transaction;

    private UUID stream = Ids.next();

    @BeforeEach
    void anotherStream() {
        stream = Ids.next();
    }

    @Test
    void anEventIsDeliveredOnce() {
        outbox.add(new Happened(stream, "once")).block();

        drain();
        drain();

        assertThat(heard(stream)).containsExactly("once");
        assertThat(waiting(stream)).isZero();
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        outbox.add(new Happened(stream, "never"))
                .then(Mono.error(new IllegalStateException()))
                .as(transaction::transactional)
                .onErrorComplete()
                .block();

        drain();

        assertThat(heard(stream)).isEmpty();
    }

    @Test
    void aStreamKeepsItsOrder() {
        var told = IntStream.range(0, 250).mapToObj(i -> "event " + i).toList();
        outbox.add(told.stream().map(what -> new Happened(stream, what)).toList()).block();

        drain();

        assertThat(heard(stream)).containsExactlyElementsOf(told);
    }

    @Test
    void manyStreamsAreDeliveredInOneGo() {
        var streams = IntStream.range(0, 300).mapToObj(_ -> Ids.next()).toList();
        outbox.add(streams.stream().map(one -> new Happened(one, "one")).toList()).block();

        drain();

        assertThat(streams).allSatisfy(one -> assertThat(heard(one)).containsExactly("one"));
    }

    @Test
    void aFailureLeavesNothingAndIsTriedAgain() {
        var other = Ids.next();
        Rememberer.failNext(stream, 100);
        outbox.add(new Happened(stream, "later"), new Happened(other, "now")).block();

        drain();

        assertThat(heard(stream)).isEmpty();
        assertThat(heard(other)).containsExactly("now");
        assertThat(attempts(stream)).isPositive();

        makeDue(stream);
        drain();
        assertThat(heard(stream)).isEmpty();
        Rememberer.failNext(stream, 0);
        makeDue(stream);
        drain();
        assertThat(heard(stream)).containsExactly("later");
    }

    @Test
    void afterTenTriesADeliveryIsParkedAndOnlyItsStreamWaits() {
        Rememberer.failNext(stream, 100);
        outbox.add(new Happened(stream, "stuck"), new Happened(stream, "behind")).block();

        IntStream.range(0, 12)
                .forEach(
                        _ -> {
                            makeDue(stream);
                            drain();
                        });

        assertThat(heard(stream)).isEmpty();
        var stuck = only(parked.page(FIRST).collectList().block());
        assertThat(stuck.attempts()).isEqualTo(10);
        assertThat(stuck.fault()).isEqualTo("told to fail");
        assertThat(stuck.listener()).isEqualTo("Rememberer");

        Rememberer.failNext(stream, 0);
        assertThat(parked.retry(new ParkedDelivery.Key(stuck.number(), stuck.listener())).block())
                .isNotNull();
        drain();
        assertThat(heard(stream)).containsExactly("stuck", "behind");
    }

    @Test
    void aDroppedDeliveryLetsItsStreamGoOn() {
        Rememberer.failNext(stream, 100);
        outbox.add(new Happened(stream, "dropped"), new Happened(stream, "next")).block();
        IntStream.range(0, 10)
                .forEach(
                        _ -> {
                            makeDue(stream);
                            drain();
                        });
        Rememberer.failNext(stream, 0);
        var stuck = only(parked.page(FIRST).collectList().block());

        assertThat(parked.drop(new ParkedDelivery.Key(stuck.number(), stuck.listener())).block())
                .isNotNull();
        drain();

        assertThat(heard(stream)).containsExactly("next");
    }

    @Test
    void severalWorkersShareTheWorkAndKeepTheOrder() {
        var told = IntStream.range(0, 60).mapToObj(i -> "shared " + i).toList();
        outbox.add(told.stream().map(what -> new Happened(stream, what)).toList()).block();

        Flux.merge(outbox.drain(), outbox.drain(), outbox.drain()).then().block();

        assertThat(heard(stream)).containsExactlyElementsOf(told);
    }

    private static ParkedDelivery only(List<ParkedDelivery> all) {
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> heard(UUID of) {
        return db.sql("select what from history_entry where subject_id = :stream order by id")
                .bind("stream", of)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private long waiting(UUID of) {
        return number("select count(*) as n from delivery where stream = :stream", of);
    }

    private long attempts(UUID of) {
        return number("select sum(attempts) as n from delivery where stream = :stream", of);
    }

    private long number(String sql, UUID of) {
        return db.sql(sql).bind("stream", of).mapValue(Long.class).one().block();
    }

    private void makeDue(UUID of) {
        db.sql("update delivery set due_at = now() where stream = :stream")
                .bind("stream", of)
                .then()
                .block();
    }
}
