package dev.quittance.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing that changed; read the thing itself for how it is now.
 *
 * @param kind one of the schema's {@code ChangeKind}
 * @param id null when many changed at once
 * @param customer whose thing it is; null for things of nobody in particular, or of many
 */
public record Change(String kind, @Nullable UUID id, @Nullable UUID customer) {

    /** Whether {@code caller} may hear of it: customers hear of their own things, and of floods. */
    public boolean concerns(Caller caller) {
        return caller.customer() == null || customer == null || caller.customer().equals(customer);
    }
}
