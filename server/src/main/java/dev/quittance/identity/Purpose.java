package dev.quittance.identity;

import java.time.Duration;

/** What a one-time link is for. */
public enum Purpose {
    /** To choose a first password. */
    INVITATION(Duration.ofDays(3)),
    /** To choose another password. */
    PASSWORD_RESET(Duration.ofHours(1));

    private final Duration validFor;

    Purpose(Duration validFor) {
        this.validFor = validFor;
    }

    /** How long a link may be used after it was issued. */
    public Duration validFor() {
        return validFor;
    }
}
