/**
 * Late fees: invoices that overdue ones bear by rule, each once, and how that is set.
 *
 * <p>Nobody knows it. A fee is a charge on the late bill, made by {@link
 * dev.quittance.corrections.Supplements}; staff waive it with a credit note like any other.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "catalog",
            "customers",
            "ledger",
            "invoicing",
            "corrections"
        })
@NullMarked
package dev.quittance.latefees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
