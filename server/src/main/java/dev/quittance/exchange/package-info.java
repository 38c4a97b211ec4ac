/**
 * Rates of exchange between the merchant's currency and others, by day.
 *
 * <p>Ask {@link dev.quittance.exchange.ExchangeRates} for those that hold on a day. It tells no
 * events.
 */
@ApplicationModule(allowedDependencies = {"organization", "platform"})
@NullMarked
package dev.quittance.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
