package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that was open when it was read, and the caller it stands for. */
record OpenSession(
        UUID id,
        UUID login,
        App app,
        String name,
        @Nullable UUID customer,
        @Nullable StaffRole role,
        @Nullable ContactAccess access,
        Instant lastSeen,
        Instant expires) {

    /** Whether it counts at {@code now}: used lately, and not too old. */
    boolean openAt(Instant now) {
        return now.isBefore(expires) && now.isBefore(lastSeen.plus(app.idle()));
    }

    Caller caller() {
        return switch (app) {
            case CONSOLE ->
                    new Caller(
                            Caller.Kind.STAFF,
                            login,
                            name,
                            requireNonNull(role).permissions(),
                            null,
                            id);
            case PORTAL ->
                    new Caller(
                            Caller.Kind.CONTACT,
                            login,
                            name,
                            requireNonNull(access).permissions(),
                            requireNonNull(customer),
                            id);
        };
    }
}
