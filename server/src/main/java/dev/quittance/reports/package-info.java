/**
 * Figures over all customers. It keeps nothing of its own and reads the tables of lower packages.
 */
@ApplicationModule(allowedDependencies = {"platform", "organization", "catalog", "customers"})
@NullMarked
package dev.quittance.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
