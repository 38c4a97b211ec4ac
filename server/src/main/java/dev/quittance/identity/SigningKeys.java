package dev.quittance.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.quittance.identity.SigningKeyRepository.Kept;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The keys that sign access tokens: one in use, changed every 90 days or when asked; the others
 * verify until their last token has expired. All servers share them.
 */
@Service
class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String PURPOSE = "signing key";
    private static final Duration LONGEST_USE = Duration.ofDays(90);

    /** Another server may sign with a retired key for as long as it remembers it. */
    private static final Duration AFTER_RETIREMENT = AccessToken.LIFE.plus(Duration.ofMinutes(2));

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(2);

    private record Keys(List<Kept> kept, Instant readAt) {
        boolean readAfter(Instant time) {
            return readAt.isAfter(time);
        }

        @Nullable Kept inUse() {
            return kept.isEmpty() || kept.getFirst().retiredAt() != null ? null : kept.getFirst();
        }
    }

    /** A key that another master secret has sealed. */
    private static final class Unreadable extends RuntimeException {
        Unreadable(Exception cause) {
            super(cause);
        }
    }

    private final SigningKeyRepository repository;
    private final Secrets secrets;
    private final TransactionalOperator transaction;
    private volatile @Nullable Keys remembered;

    SigningKeys(
            SigningKeyRepository repository, Secrets secrets, TransactionalOperator transaction) {
        this.repository = repository;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /** The key to sign with; a new one when there is none, or it has been used for too long. */
    Mono<ECKey> signing() {
        return keys(REMEMBERED)
                .flatMap(keys -> Mono.justOrEmpty(keys.inUse()))
                .filter(key -> key.createdAt().isAfter(Instant.now().minus(LONGEST_USE)))
                .switchIfEmpty(rotate())
                .map(this::open)
                .onErrorResume(Unreadable.class, this::anew);
    }

    /** After the master secret was changed, what it had sealed is lost; tokens need another key. */
    private Mono<ECKey> anew(Unreadable fault) {
        LOG.warn("The signing key can't be opened, was the master secret changed? Making another.");
        return rotate().map(this::open);
    }

    /** What verifies tokens, for us and whoever asks. */
    Mono<List<JWK>> verifying() {
        return keys(REMEMBERED).map(SigningKeys::jwks);
    }

    /** As {@link #verifying}, asking again for a key that another server may just have made. */
    Mono<List<JWK>> verifying(@Nullable String keyId) {
        return verifying()
                .filter(keys -> keys.stream().anyMatch(key -> key.getKeyID().equals(keyId)))
                .switchIfEmpty(Mono.defer(() -> keys(ASKED_AGAIN)).map(SigningKeys::jwks));
    }

    /** Reads the keys anew with the next token. */
    void forget() {
        remembered = null;
    }

    /** Puts a new key to use. */
    Mono<Kept> rotate() {
        return Blocking.call(SigningKeys::generate)
                .flatMap(key -> transaction.transactional(repository.retire().then(add(key))))
                .then(Mono.defer(this::read))
                .flatMap(keys -> Mono.justOrEmpty(keys.inUse()));
    }

    private Mono<Void> add(ECKey key) {
        var sealed = secrets.seal(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8));
        return repository.add(
                UUID.fromString(key.getKeyID()), key.toPublicJWK().toJSONString(), sealed);
    }

    private Mono<Keys> keys(Duration notOlderThan) {
        return Mono.defer(
                () -> {
                    var known = remembered;
                    return known != null && known.readAfter(Instant.now().minus(notOlderThan))
                            ? Mono.just(known)
                            : read();
                });
    }

    private Mono<Keys> read() {
        return repository
                .verifying(AFTER_RETIREMENT)
                .collectList()
                .map(kept -> new Keys(kept, Instant.now()))
                .doOnNext(keys -> remembered = keys);
    }

    private ECKey open(Kept key) {
        try {
            var plain = secrets.open(PURPOSE, key.sealedJwk());
            return ECKey.parse(new String(plain, StandardCharsets.UTF_8));
        } catch (ParseException | IllegalStateException e) {
            throw new Unreadable(e);
        }
    }

    private static List<JWK> jwks(Keys keys) {
        return keys.kept().stream().map(SigningKeys::parsed).toList();
    }

    private static JWK parsed(Kept key) {
        try {
            return JWK.parse(key.publicJwk());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey generate() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(Ids.next().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
    }
}
