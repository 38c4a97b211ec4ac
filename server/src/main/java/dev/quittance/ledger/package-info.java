/**
 * What every customer owes and is owed: transfers between accounts that only ever grow, and the
 * balances they add up to. Knows no document; a transfer carries its source's kind and id.
 *
 * <p>Ask {@link dev.quittance.ledger.Ledger}; book by the names of {@link
 * dev.quittance.ledger.Booking}. What must hold in the books is a {@link
 * dev.quittance.ledger.BooksRule}: offer one for each table that the ledger has to agree with.
 */
@ApplicationModule(allowedDependencies = {"customers", "platform"})
@NullMarked
package dev.quittance.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
