package dev.quittance.identity;

import dev.quittance.platform.Event;
import java.util.UUID;

/** Somebody forgot their password; the mail with the link is not yet written. */
public record PasswordResetRequested(UUID login) implements Event {

    @Override
    public UUID stream() {
        return login;
    }
}
