/**
 * A card processor to try things out with: its own memory, test cards, and a page of the payer's
 * bank.
 */
@NullMarked
package dev.quittance.payments.sandbox;

import org.jspecify.annotations.NullMarked;
