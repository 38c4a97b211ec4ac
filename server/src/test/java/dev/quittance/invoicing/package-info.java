/** Tests of lines, tax, numbers, credit notes and documents. */
@NullMarked
package dev.quittance.invoicing;

import org.jspecify.annotations.NullMarked;
