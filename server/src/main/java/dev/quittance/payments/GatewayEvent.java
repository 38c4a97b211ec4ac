package dev.quittance.payments;

import java.util.UUID;

/**
 * What a gateway told by itself.
 *
 * @param reference of what something happened to
 * @param tries how often it was looked at, this time included
 */
record GatewayEvent(UUID id, String gateway, GatewayNews.Kind about, String reference, int tries) {}
