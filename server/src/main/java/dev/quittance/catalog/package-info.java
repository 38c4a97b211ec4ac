/**
 * What the merchant sells: products with their plans and addons, what these cost, and what coupons
 * take off.
 *
 * <p>Ask {@link dev.quittance.catalog.Catalog}, {@link dev.quittance.catalog.Coupons}, {@link
 * dev.quittance.catalog.PlanChangeRules} and {@link dev.quittance.catalog.CancelReasons}; what a
 * quantity costs is decided by {@link dev.quittance.catalog.Pricing}. It tells no events: what a
 * plan costs is read on the day of billing.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.quittance.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
