package dev.quittance.identity;

import dev.quittance.platform.Changes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/** Makes this server forget sessions that ended on another one. */
@Component
class SessionEvictions implements SmartLifecycle {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Changes changes;
    private final Sessions sessions;
    private final ApiClientTokens tokens;
    private volatile @Nullable Disposable listening;

    SessionEvictions(Changes changes, Sessions sessions, ApiClientTokens tokens) {
        this.changes = changes;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public void start() {
        listening =
                changes.stream()
                        .filter(change -> Sessions.CHANGE.equals(change.kind()))
                        .doOnNext(
                                change -> {
                                    sessions.forget(change.id());
                                    tokens.forget(change.id());
                                })
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN_AFTER))
                        .subscribe();
    }

    @Override
    public void stop() {
        var running = listening;
        if (running != null) {
            running.dispose();
        }
        listening = null;
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}
