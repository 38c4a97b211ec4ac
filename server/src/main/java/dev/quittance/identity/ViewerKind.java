package dev.quittance.identity;

import dev.quittance.platform.Caller;
import org.jspecify.annotations.Nullable;

/** The kinds of viewers. */
public enum ViewerKind {
    STAFF,
    CONTACT,
    CLIENT;

    /** Null for callers that nobody is. */
    static @Nullable ViewerKind of(Caller.Kind kind) {
        return switch (kind) {
            case STAFF -> STAFF;
            case CONTACT -> CONTACT;
            case CLIENT -> CLIENT;
            case ANONYMOUS, SYSTEM -> null;
        };
    }
}
