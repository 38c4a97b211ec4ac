/**
 * Invoices by hand: what is entered, what it comes to, kept until it is posted.
 *
 * <p>Ask {@link dev.quittance.drafts.Entries} what entered lines come to. A draft has no number;
 * once posted it is an invoice like all others, and the draft is gone.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organization",
            "customers",
            "subscriptions",
            "invoicing"
        })
@NullMarked
package dev.quittance.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
