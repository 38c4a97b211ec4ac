/**
 * The merchant who runs this installation: profile, tax rates and the numbers of documents.
 *
 * <p>Ask {@link dev.quittance.organization.Organizations} for the profile, {@link
 * dev.quittance.organization.TaxRates} for the rates in force on a day, {@link
 * dev.quittance.organization.NumberSeries} for numbers of documents. It tells no events.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package dev.quittance.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
