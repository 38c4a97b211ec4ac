package dev.quittance.payments;

import java.util.UUID;

/**
 * What a gateway is asked to remember.
 *
 * @param key the same key is the same set-up, however often it is asked for
 * @param cardToken what the gateway's own fields in the browser answered
 */
public record SetupOrder(String key, UUID customer, String cardToken) {}
