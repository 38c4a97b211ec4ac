package dev.quittance.methods;

import java.util.UUID;

/**
 * What a subscription is paid with.
 *
 * @param autoCharge whether what falls due is charged to it by itself
 */
public record SubscriptionMethod(UUID subscription, UUID method, boolean autoCharge) {}
