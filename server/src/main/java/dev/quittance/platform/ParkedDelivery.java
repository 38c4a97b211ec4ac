package dev.quittance.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that failed too often. Its stream waits until somebody retries or drops it.
 *
 * @param number which event
 * @param event the event's kind, {@code InvoicePosted}
 * @param listener who could not take it in
 * @param customer whose event it is; null for events of nobody's in particular
 * @param fault why, in the words of the last failure
 * @param waiting how many later events of the stream wait behind it
 */
public record ParkedDelivery(
        long number,
        String event,
        String listener,
        @Nullable UUID customer,
        String fault,
        int attempts,
        Instant parkedAt,
        int waiting) {

    /** Event and listener in one. */
    public String id() {
        return new Key(number, listener).toString();
    }

    /** Which delivery. */
    record Key(long event, String listener) {

        /** What {@link ParkedDelivery#id()} gave; refuses anything else as the field {@code id}. */
        static Key of(String id) {
            try {
                var dash = id.indexOf('-');
                return new Key(
                        Long.parseLong(id, 0, Math.max(dash, 0), 10), id.substring(dash + 1));
            } catch (NumberFormatException e) {
                throw new BadRequest("id", "is not the id of a parked delivery");
            }
        }

        @Override
        public String toString() {
            return event + "-" + listener;
        }
    }
}
