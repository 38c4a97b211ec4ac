/**
 * What another billing system leaves behind: open invoices, opening balances and next billing dates
 * come over from files, with a reconciliation of the figures, and can be taken back.
 *
 * <p>Files are uploaded, checked and run by {@link dev.quittance.imports.ImportFiles}; what their
 * rows become is decided here. It tells no events of its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "imports",
            "payments",
            "invoicing",
            "subscriptions",
            "ledger",
            "customers",
            "organization",
            "uploads",
            "platform"
        })
@NullMarked
package dev.quittance.takeover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
