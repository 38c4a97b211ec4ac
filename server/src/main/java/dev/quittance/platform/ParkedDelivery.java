package dev.quittance.platform;

import java.time.Instant;

/**
 * A delivery that failed too often. Its stream waits until somebody retries or drops it.
 *
 * @param event which event, by number
 * @param listener who could not take it in
 * @param type the event's kind
 * @param fault why, in the words of the last failure
 */
public record ParkedDelivery(
        long event, String listener, String type, String fault, int attempts, Instant parkedAt) {}
