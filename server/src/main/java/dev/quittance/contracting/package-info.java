/**
 * Acts on a subscription that cost or credit money: start it, cancel it, take a cancellation back;
 * and what each of them would do.
 *
 * <p>The rules stand in {@code subscriptions}; what happened is told by its events.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "catalog",
            "customers",
            "preferences",
            "subscriptions",
            "invoicing",
            "payments",
            "methods",
            "collection"
        })
@NullMarked
package dev.quittance.contracting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
