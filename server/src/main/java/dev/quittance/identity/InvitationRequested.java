package dev.quittance.identity;

import dev.quittance.platform.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be invited to sign in; the mail with the link is not yet written.
 *
 * @param customer for a contact: the customer whose papers they will see
 */
public record InvitationRequested(UUID login, @Nullable UUID customer) implements Event {

    @Override
    public UUID stream() {
        return login;
    }
}
