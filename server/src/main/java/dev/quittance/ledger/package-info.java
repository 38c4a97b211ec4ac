/**
 * What every customer owes and is owed: transfers between accounts that only ever grow, and the
 * balances they add up to. Knows no document; a transfer carries its source's kind and id.
 *
 * <p>Ask {@link dev.quittance.ledger.Ledger}.
 */
@ApplicationModule(allowedDependencies = {"customers", "platform"})
@NullMarked
package dev.quittance.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
