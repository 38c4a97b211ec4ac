package dev.quittance.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where Stripe's library, which blocks, runs: on threads of its own, so many requests at once, so
 * many more waiting. A slow Stripe holds up nothing but what asks Stripe.
 */
class StripeCalls implements DisposableBean {
    private static final int IDLE_SECONDS = 60;

    private final V1Services stripe;
    private final Scheduler threads;

    StripeCalls(StripeSettings settings) {
        this.stripe =
                StripeClient.builder()
                        .setApiKey(settings.secretKey())
                        .setApiBase(settings.apiUrl().toString())
                        .setConnectTimeout(Math.toIntExact(settings.connectWithin().toMillis()))
                        .setReadTimeout(Math.toIntExact(settings.answerWithin().toMillis()))
                        // Whoever asks tries again, and knows when that makes sense.
                        .setMaxNetworkRetries(0)
                        .build()
                        .v1();
        this.threads = Schedulers.fromExecutorService(pool(settings), "stripe");
    }

    private static ExecutorService pool(StripeSettings settings) {
        var pool =
                new ThreadPoolExecutor(
                        settings.atOnce(),
                        settings.atOnce(),
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.waiting()),
                        Thread.ofPlatform().daemon().name("stripe-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A request to Stripe, and what else its answer needs. */
    interface Request<T> {
        T send(V1Services stripe) throws StripeException;
    }

    /**
     * Asks Stripe; a null result is an empty answer. Errors are {@link CardException} for a
     * decline, {@link InvalidRequestException} for what Stripe will never do, and {@link
     * StripeTrouble} for all else.
     */
    <T> Mono<T> ask(Request<T> request) {
        return Mono.fromCallable(() -> request.send(stripe))
                .subscribeOn(threads)
                .onErrorMap(fault -> !refused(fault), StripeTrouble::new);
    }

    /** Lets Stripe do a thing once, however often it is asked under this key. */
    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** Whether Stripe has said that it will not do a thing, or that such a thing is not there. */
    private static boolean refused(Throwable fault) {
        return fault instanceof CardException || fault instanceof InvalidRequestException;
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
