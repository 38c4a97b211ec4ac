package dev.quittance.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * What a gateway told by itself and nobody could look into, ten times. Nothing waits behind it.
 *
 * @param reference of what something happened to, in the gateway's own words
 * @param fault why, by the kinds of the last failure: never what a gateway or a person wrote
 */
record ParkedGatewayEvent(
        UUID id,
        String gateway,
        GatewayNews.Kind about,
        String reference,
        String fault,
        int tries,
        Instant receivedAt,
        Instant parkedAt) {}
