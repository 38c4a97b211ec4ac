/**
 * What tests stand on: the whole application over a real PostgreSQL, callers forged by a header.
 */
@NullMarked
package dev.quittance.testing;

import org.jspecify.annotations.NullMarked;
