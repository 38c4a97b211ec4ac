/**
 * What the merchant sells: products with their plans and addons, and what these cost.
 *
 * <p>Ask {@link dev.quittance.catalog.Catalog}. It tells no events: what a plan costs is read on
 * the day of billing.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.quittance.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
