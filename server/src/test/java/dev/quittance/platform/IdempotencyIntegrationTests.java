package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.IdempotencyIntegrationTests.Outcome.Done;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class IdempotencyIntegrationTests extends IntegrationTest {
    @Autowired private Idempotency idempotency;

    private final AtomicInteger acts = new AtomicInteger();
    private String key = "";

    @BeforeEach
    void anotherKey() {
        key = Ids.next().toString();
        acts.set(0);
    }

    sealed interface Outcome {
        record Done(int nth, Money amount, LocalDate on) implements Outcome {}
    }

    record Input(String text) {}

    @Test
    void theSameRequestTwiceActsOnce() {
        var first = once(key, "a").block();
        var second = once(key, "a").block();

        assertThat(acts).hasValue(1);
        assertThat(second).isEqualTo(first);
        assertThat(first)
                .isEqualTo(new Done(1, Money.parse("KWD 1.234"), LocalDate.of(2028, 2, 29)));
    }

    @Test
    void twinsWaitForTheFirst() {
        var answers =
                Flux.merge(once(key, "a"), once(key, "a"), once(key, "a")).collectList().block();

        assertThat(answers).hasSize(3).containsOnly(answers.getFirst());
        assertThat(acts).hasValue(1);
    }

    @Test
    void anotherInputIsRefused() {
        once(key, "a").block();

        assertThatThrownBy(() -> once(key, "b").block())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(new KeyReused()));
    }

    @Test
    void anActThatFailsLeavesTheKeyFree() {
        assertThatThrownBy(
                        () ->
                                idempotency
                                        .once(
                                                "test",
                                                key,
                                                new Input("a"),
                                                Outcome.class,
                                                () -> Mono.error(new IllegalStateException()))
                                        .block())
                .isInstanceOf(IllegalStateException.class);

        assertThat(once(key, "a").block()).isNotNull();
    }

    @Test
    void anotherCallersKeyIsAnother() {
        once(key, "a").contextWrite(staff()::in).block();
        once(key, "b").contextWrite(staff()::in).block();

        assertThat(acts).hasValue(2);
    }

    @Test
    void aKeyOfNonsenseIsRefused() {
        assertThatThrownBy(() -> once(" ", "a").block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> once("x".repeat(201), "a").block()).isInstanceOf(Refused.class);
    }

    private Mono<Outcome> once(String key, String text) {
        return idempotency.once("test", key, new Input(text), Outcome.class, this::act);
    }

    private Mono<Outcome> act() {
        return Mono.delay(Duration.ofMillis(200))
                .map(
                        _ ->
                                new Done(
                                        acts.incrementAndGet(),
                                        Money.parse("KWD 1.234"),
                                        LocalDate.of(2028, 2, 29)));
    }
}
