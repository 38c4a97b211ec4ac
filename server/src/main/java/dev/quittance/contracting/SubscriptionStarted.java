package dev.quittance.contracting;

import dev.quittance.invoicing.Invoice;
import dev.quittance.subscriptions.SubscriptionContract;
import org.jspecify.annotations.Nullable;

/**
 * The subscription runs, or will from its first day on.
 *
 * @param invoice the first; none when it starts later or costs nothing
 */
record SubscriptionStarted(SubscriptionContract subscription, @Nullable Invoice invoice) {}
