package dev.quittance.identity;

import dev.quittance.identity.OneTimeLinkRepository.Found;
import dev.quittance.platform.Outbox;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps a password: what the old one had opened ends, and the person is told by mail. */
@Service
class PasswordKeeping {
    private final LoginRepository logins;
    private final OneTimeLinkRepository links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Outbox outbox;
    private final SignInThrottle throttle;
    private final TransactionalOperator transaction;

    PasswordKeeping(
            LoginRepository logins,
            OneTimeLinkRepository links,
            Passwords passwords,
            Sessions sessions,
            Outbox outbox,
            SignInThrottle throttle,
            TransactionalOperator transaction) {
        this.logins = logins;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.outbox = outbox;
        this.throttle = throttle;
        this.transaction = transaction;
    }

    /** Uses up the link, then keeps the password; false when somebody was quicker. */
    Mono<Boolean> byLink(Found link, byte[] tokenHash, String password) {
        // Hashing takes long and is done before the transaction, not within.
        return passwords
                .hash(password)
                .flatMap(
                        hash ->
                                transaction.transactional(
                                        links.use(tokenHash)
                                                .filter(used -> used)
                                                .flatMap(_ -> keep(link.login(), hash, null))))
                .delayUntil(_ -> throttle.clear(SignIn.account(link.app(), link.email())))
                .hasElement();
    }

    /** Keeps the password of somebody signed in; says how many other sessions ended. */
    Mono<Long> bySession(UUID login, @Nullable UUID session, String password) {
        return passwords
                .hash(password)
                .flatMap(hash -> transaction.transactional(keep(login, hash, session)));
    }

    private Mono<Long> keep(UUID login, String hash, @Nullable UUID session) {
        return logins.passwordHash(login)
                // A first password replaces nothing, and is nothing to be warned of.
                .flatMap(_ -> outbox.add(new PasswordReplaced(login)))
                .then(logins.setPassword(login, hash))
                .then(links.endAll(login))
                .then(sessions.endAll(login, session));
    }
}
