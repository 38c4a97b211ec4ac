package dev.quittance.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the books that is not as it should be.
 *
 * @param kind of what differs, {@code INVOICE}
 * @param id where to look; null where there is no one thing
 * @param sentence what is wrong, in words
 */
public record BooksDifference(String kind, @Nullable UUID id, String sentence) {}
