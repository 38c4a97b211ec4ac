/**
 * The books as an accountant reads them: trial balance, account ledger, tax report, journal for
 * export, and the check that every figure has its document. It reads the tables of lower packages
 * and keeps nothing but the outcomes of checks.
 *
 * <p>What is checked is offered by the packages themselves as {@link
 * dev.quittance.ledger.BooksRule}s.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "organization", "customers", "ledger"})
@NullMarked
package dev.quittance.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
