/**
 * Getting invoices paid: what paying will take, paying by card and from credit, money that came in
 * otherwise; and taking it back: payments put back to New, refunds, write-offs.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "catalog",
            "customers",
            "ledger",
            "invoicing",
            "payments",
            "methods",
            "subscriptions",
            "preferences"
        })
@NullMarked
package dev.quittance.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
