package dev.quittance.collection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted.
 *
 * @param active whether those that are dunned, or those that are not any more; null for both
 */
record DunningFilter(@Nullable UUID customerId, @Nullable Boolean active) {
    static final DunningFilter ALL = new DunningFilter(null, null);
}
