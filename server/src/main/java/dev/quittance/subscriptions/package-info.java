/**
 * What customers have agreed to pay for: subscriptions with their items, the dates they are billed
 * on, and the rules that decide about them.
 *
 * <p>Ask {@link dev.quittance.subscriptions.Subscriptions}; listen for {@link
 * dev.quittance.subscriptions.SubscriptionWentLive} and {@link
 * dev.quittance.subscriptions.SubscriptionEnded}.
 */
@ApplicationModule(
        allowedDependencies = {"catalog", "customers", "organization", "platform", "preferences"})
@NullMarked
package dev.quittance.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
