package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * The sessions of the two web applications. What ends a session is announced to every server; one
 * that does not hear of it forgets the session when the time of remembering is over.
 */
@Service
class Sessions {
    /** The kind of change that tells of the sessions of one person. */
    static final String CHANGE = "SESSION";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRepository repository;
    private final Changes changes;
    private final Remembered<ByteBuffer, OpenSession> byToken;
    private final Remembered<UUID, OpenSession> byId;

    Sessions(SessionRepository repository, Changes changes, IdentitySettings settings) {
        this.repository = repository;
        this.changes = changes;
        var cachedFor = settings.identity().cachedFor();
        this.byToken = new Remembered<>(cachedFor);
        this.byId = new Remembered<>(cachedFor);
    }

    /** Opens a session; the token is told this once. Empty for who has nothing to see. */
    @Transactional
    Mono<String> open(UUID login, App app) {
        var token = SecretToken.next();
        return repository
                .removeOld()
                .then(repository.open(Ids.next(), SecretToken.hash(token), login, app.longest()))
                .map(_ -> token);
    }

    /** The session that a cookie's value opens, if it still counts. */
    Mono<OpenSession> ofToken(App app, String token) {
        return byToken.get(
                        ByteBuffer.wrap(SecretToken.hash(token)),
                        Sessions::open,
                        hash -> repository.find(hash.array()).flatMap(this::seen))
                .filter(session -> session.app() == app);
    }

    /** The caller a session stands for now; empty when it has ended. */
    Mono<Caller> caller(UUID session) {
        return byId.get(session, Sessions::open, repository::find).map(OpenSession::caller);
    }

    @Transactional
    Mono<Void> end(OpenSession session) {
        return repository.end(session.id()).then(announce(session.login()));
    }

    /** Ends all sessions of a person but {@code keep}; says how many. */
    @Transactional
    Mono<Long> endAll(UUID login, @Nullable UUID keep) {
        return repository.endAll(login, keep).flatMap(ended -> announce(login).thenReturn(ended));
    }

    /**
     * Lets a session of the portal see another customer of the same person; false if it may not.
     */
    @Transactional
    Mono<Boolean> switchCustomer(OpenSession session, UUID customer) {
        return repository
                .switchCustomer(session.id(), customer)
                .flatMap(rows -> announce(session.login()).thenReturn(rows > 0));
    }

    /** Tells every server that what the sessions of {@code login} may see or do is another now. */
    Mono<Void> announce(UUID login) {
        return AfterCommit.run(() -> forget(login)).then(changes.announce(CHANGE, login, null));
    }

    /** Forgets what is remembered of a person; of everybody without an id. */
    void forget(@Nullable UUID login) {
        Predicate<OpenSession> theirs = session -> login == null || session.login().equals(login);
        byToken.forgetIf(theirs);
        byId.forgetIf(theirs);
    }

    private Mono<OpenSession> seen(OpenSession session) {
        var now = Instant.now();
        var fresh = session.lastSeen().isAfter(now.minus(NOTED_EVERY));
        return fresh || !session.openAt(now)
                ? Mono.just(session)
                : repository.touch(session.id()).then(repository.find(session.id()));
    }

    private static boolean open(OpenSession session) {
        return session.openAt(Instant.now());
    }
}
