/** Finds PostgreSQL, embedded or external, and prepares its roles before Flyway runs. */
@NullMarked
package dev.quittance.platform.database;

import org.jspecify.annotations.NullMarked;
