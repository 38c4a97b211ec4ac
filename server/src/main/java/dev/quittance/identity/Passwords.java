package dev.quittance.identity;

import dev.quittance.platform.Blocking;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hashes passwords with Argon2id at OWASP's strength: 19 MiB and two rounds. */
@Component
class Passwords {
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);

    /** Of no password: an unknown account takes as long as a known one. */
    private final String nobody = encoder.encode(SecretToken.next());

    Mono<String> hash(String password) {
        return Blocking.call(() -> encoder.encode(PasswordRule.normal(password)));
    }

    /** Whether the password fits the hash; without a hash it does not, after the same time. */
    Mono<Boolean> fits(String password, @Nullable String hash) {
        var text = PasswordRule.tooLong(password) ? "" : PasswordRule.normal(password);
        return Blocking.call(() -> encoder.matches(text, hash == null ? nobody : hash))
                .map(fits -> fits && hash != null);
    }
}
