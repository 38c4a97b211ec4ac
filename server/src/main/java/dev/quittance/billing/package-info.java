/**
 * The bill run: all that falls due by date becomes invoices.
 *
 * <p>Ask {@link dev.quittance.billing.BillRuns} to run; by night it runs by itself as due work.
 */
@ApplicationModule(
        allowedDependencies = {
            "contracting",
            "invoicing",
            "subscriptions",
            "methods",
            "customers",
            "organization",
            "platform"
        })
@NullMarked
package dev.quittance.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
