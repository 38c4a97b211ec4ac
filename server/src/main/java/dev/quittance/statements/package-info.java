/**
 * Statements of account: every document and all money of a customer in a stretch of days, with the
 * balance before, after each row, and in the end. Derived from the transfers of the ledger, so that
 * what a statement ends with is what the ledger says.
 *
 * <p>Ask {@link dev.quittance.statements.Statements}; listen to {@link
 * dev.quittance.statements.StatementMade} for those that are to be mailed.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "organization",
            "customers",
            "documents",
            "ledger",
            "invoicing",
            "payments",
            "preferences"
        })
@NullMarked
package dev.quittance.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
