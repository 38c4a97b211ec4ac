package dev.quittance.identity;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two web applications that people sign in to. Each has sign-ins and sessions of its own. */
public enum App {
    /** For the merchant's customers. */
    PORTAL(Duration.ofHours(24), Duration.ofDays(7)),
    /** For the merchant's staff. */
    CONSOLE(Duration.ofHours(8), Duration.ofHours(24));

    private final Duration idle;
    private final Duration longest;

    App(Duration idle, Duration longest) {
        this.idle = idle;
        this.longest = longest;
    }

    /** How long a session lives without a request. */
    Duration idle() {
        return idle;
    }

    /** How long a session lives at most. */
    Duration longest() {
        return longest;
    }

    /** The name in headers, addresses and cookies: {@code portal}, {@code console}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The application of that name, null for any other text. */
    static @Nullable App named(@Nullable String path) {
        for (var app : values()) {
            if (app.path().equals(path)) {
                return app;
            }
        }
        return null;
    }
}
