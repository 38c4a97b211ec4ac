@NullMarked
package dev.quittance.contracting;

import org.jspecify.annotations.NullMarked;
