package dev.quittance.identity;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** What must not happen before the transaction around it has committed. */
final class AfterCommit {
    private AfterCommit() {}

    /** Runs {@code work} after the commit; at once where there is no transaction. */
    static Mono<Void> run(Runnable work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(then(work)))
                .then()
                .onErrorResume(NoTransactionException.class, _ -> Mono.fromRunnable(work));
    }

    private static TransactionSynchronization then(Runnable work) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(work);
            }
        };
    }
}
