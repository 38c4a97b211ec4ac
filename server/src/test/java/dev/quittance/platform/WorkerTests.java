package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class WorkerTests {
    private static final Duration PIECE = Duration.ofMillis(300);

    @Test
    void aPatientWorkerFinishesItsPieceBeforeItStopsAndBeginsNoOther() throws Exception {
        var worker = new Busy(Duration.ofSeconds(10));
        worker.start();
        assertThat(worker.begun.await(5, TimeUnit.SECONDS)).isTrue();

        stop(worker);

        assertThat(worker.finished).hasValue(1);
        assertThat(worker.brokenOff.getCount()).isOne();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void anImpatientOneBreaksItOff() throws Exception {
        var worker = new Busy(Duration.ZERO);
        worker.start();
        assertThat(worker.begun.await(5, TimeUnit.SECONDS)).isTrue();

        stop(worker);

        assertThat(worker.finished).hasValue(0);
        assertThat(worker.brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void stop(Worker worker) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        worker.stop(stopped::countDown);
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Would work for ever. */
    private static final class Busy extends Worker {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicInteger finished = new AtomicInteger();
        private final CountDownLatch brokenOff = new CountDownLatch(1);
        private final Duration patience;

        Busy(Duration patience) {
            super(true, Duration.ofMillis(10), Flux.never());
            this.patience = patience;
        }

        @Override
        protected Duration patience() {
            return patience;
        }

        @Override
        protected Mono<Void> work() {
            return Mono.defer(this::piece).repeat(() -> !ending()).then();
        }

        private Mono<Long> piece() {
            return Mono.delay(PIECE)
                    .doOnNext(_ -> finished.incrementAndGet())
                    .doOnCancel(brokenOff::countDown)
                    // Not before there is something to break off.
                    .doOnSubscribe(_ -> begun.countDown());
        }
    }
}
