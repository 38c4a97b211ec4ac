package dev.quittance.identity;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Somebody has another password now; they should hear of it, lest it was not them. */
public record PasswordReplaced(UUID login) implements Event {

    @Override
    public UUID stream() {
        return login;
    }
}
