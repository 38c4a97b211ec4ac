package dev.quittance.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of people and programs.
 *
 * @param firstOwner who is invited when an installation without staff starts
 */
@ConfigurationProperties("quittance")
record IdentitySettings(@DefaultValue FirstOwner firstOwner, @DefaultValue Identity identity) {

    record FirstOwner(@Nullable String email, @DefaultValue("Owner") String name) {}

    /**
     * What may be remembered for how long.
     *
     * @param cachedFor how long a session or a verified token is known without asking the database:
     *     on other servers, what was ended lives on for so long
     */
    record Identity(@DefaultValue("20s") Duration cachedFor) {
        private static final Duration LONGEST = Duration.ofSeconds(30);

        Identity {
            if (cachedFor.isNegative() || cachedFor.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "quittance.identity.cached-for must be between 0s and 30s.");
            }
        }
    }
}
