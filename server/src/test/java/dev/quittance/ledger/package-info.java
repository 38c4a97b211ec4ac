@NullMarked
package dev.quittance.ledger;

import org.jspecify.annotations.NullMarked;
