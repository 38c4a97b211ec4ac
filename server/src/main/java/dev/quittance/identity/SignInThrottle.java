package dev.quittance.identity;

import dev.quittance.platform.Columns;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Slows down who guesses. Every attempt counts as a failure before the password is looked at, so
 * that a thousand at once are not a thousand free guesses; success takes its own attempt back.
 *
 * <p>From the last free attempt on each further one waits: a minute, two, four, at most fifteen. An
 * hour after the first failure all is forgotten, and the row goes.
 */
@Repository
class SignInThrottle {
    private static final int NETWORK_BYTES = 8;

    /** What is counted, and how many attempts are free within an hour. */
    enum Kind {
        ACCOUNT(5),
        ADDRESS(30),
        RESET_ACCOUNT(3),
        RESET_ADDRESS(20);

        private final int free;

        Kind(int free) {
            this.free = free;
        }

        /** The counter of one account or address. */
        Subject of(String key) {
            return new Subject(name() + " " + key, free);
        }
    }

    record Subject(String key, int free) {}

    private final DatabaseClient db;

    SignInThrottle(DatabaseClient db) {
        this.db = db;
    }

    /** Counts an attempt; fails with {@link TooManyAttempts} while the subject has to wait. */
    Mono<Void> admit(Subject subject) {
        return count(subject).then(forgetOld());
    }

    /** Takes back the attempt that was right. */
    Mono<Void> succeeded(Subject subject) {
        return db.sql(
                        """
                        update sign_in_failure
                           set failures = failures - 1,
                               blocked_until = case when failures - 1 >= :free then blocked_until end
                         where subject = :subject
                           and failures > 0
                        """)
                .bind("subject", subject.key())
                .bind("free", subject.free())
                .then();
    }

    /** Forgets every attempt: the account's owner has proved to be who they are. */
    Mono<Void> clear(Subject subject) {
        return db.sql("delete from sign_in_failure where subject = :subject")
                .bind("subject", subject.key())
                .then();
    }

    /** Where a connection comes from; of IPv6 the network, since each has 2^64 addresses. */
    static String address(@Nullable InetSocketAddress remote) {
        if (remote == null) {
            return "unknown";
        }
        var address =
                remote.getAddress() == null ? told(remote.getHostString()) : remote.getAddress();
        return address instanceof Inet6Address ? network(address) : address.getHostAddress();
    }

    /**
     * What our proxy said, which comes unresolved and, of IPv6, in brackets. Never looks up names.
     */
    private static InetAddress told(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException notAnAddress) {
            return InetAddress.ofLiteral("0.0.0.0");
        }
    }

    private static String network(InetAddress address) {
        try {
            var bytes = address.getAddress();
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mono<Void> count(Subject subject) {
        return db.sql(
                        """
                        with attempt as (
                          insert into sign_in_failure as f (subject, failures, first_at)
                          values (:subject, 1, now())
                          on conflict (subject) do update
                             set failures = case when f.first_at < now() - interval '1 hour' then 1 else f.failures + 1 end,
                                 first_at = case when f.first_at < now() - interval '1 hour' then now() else f.first_at end,
                                 blocked_until = case
                                   when f.first_at >= now() - interval '1 hour' and f.failures + 1 >= :free
                                   then now() + interval '1 minute' * least(15, power(2, least(10, f.failures + 1 - :free)))
                                 end
                           where f.blocked_until is null or f.blocked_until <= now()
                          returning failures
                        )
                        select exists (select from attempt) as admitted,
                               coalesce((select ceil(extract(epoch from blocked_until - now()))::integer
                                           from sign_in_failure
                                          where subject = :subject), 60) as seconds
                        """)
                .bind("subject", subject.key())
                .bind("free", subject.free())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return column.flag("admitted") ? 0 : column.integer("seconds");
                        })
                .one()
                .flatMap(
                        seconds ->
                                seconds == 0
                                        ? Mono.empty()
                                        : Mono.error(
                                                new TooManyAttempts(
                                                        Duration.ofSeconds(Math.max(1, seconds)))));
    }

    private Mono<Void> forgetOld() {
        return db.sql(
                        """
                        delete from sign_in_failure
                         where subject in (select subject
                                             from sign_in_failure
                                            where first_at < now() - interval '2 hours'
                                            order by first_at
                                            limit 50
                                              for update skip locked)
                        """)
                .then();
    }
}
