/** Tests of the bill run. */
@NullMarked
package dev.quittance.billing;

import org.jspecify.annotations.NullMarked;
