/**
 * What was billed is put right: credit notes, cancellations, charges and discounts added to a bill,
 * invoices issued anew. Each with a preview that runs the same code.
 *
 * <p>A posted document never changes; every act makes a document of its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "subscriptions",
            "invoicing",
            "drafts",
            "payments"
        })
@NullMarked
package dev.quittance.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
