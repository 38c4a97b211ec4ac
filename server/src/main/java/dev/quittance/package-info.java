/** Quittance, an open-source billing system. Each package below is one capability. */
@NullMarked
package dev.quittance;

import org.jspecify.annotations.NullMarked;
