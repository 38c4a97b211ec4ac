/**
 * Disputes (chargebacks): money of a payment that the payer's bank took back, what staff answers,
 * and how it ends.
 *
 * <p>Ask {@link dev.quittance.disputes.Disputes}. A gateway reports how its disputes stand;
 * whatever it says, in whatever order and how often, each step is taken and booked once.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "ledger",
            "invoicing",
            "payments",
            "collection"
        })
@NullMarked
package dev.quittance.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
