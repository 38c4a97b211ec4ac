/**
 * Getting invoices paid: what paying will take, paying by card and from credit, and money that came
 * in otherwise.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "ledger",
            "invoicing",
            "payments"
        })
@NullMarked
package dev.quittance.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
