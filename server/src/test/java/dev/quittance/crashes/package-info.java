/** Servers in processes of their own that are killed while they work, and started again. */
@NullMarked
package dev.quittance.crashes;

import org.jspecify.annotations.NullMarked;
