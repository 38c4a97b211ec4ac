/**
 * Payment methods that customers keep: what a gateway remembers of them, and which subscription is
 * paid with which, by itself or not.
 *
 * <p>Ask {@link dev.quittance.methods.PaymentMethods} for methods and {@link
 * dev.quittance.methods.SubscriptionMethods} for what pays a subscription. Listen for {@link
 * dev.quittance.methods.MethodChosen} and {@link dev.quittance.methods.MethodExpiring}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "preferences", "customers", "subscriptions", "payments"})
@NullMarked
package dev.quittance.methods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
