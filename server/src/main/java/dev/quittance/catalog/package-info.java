/** What the merchant sells: products, plans and addons with their prices. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.quittance.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
