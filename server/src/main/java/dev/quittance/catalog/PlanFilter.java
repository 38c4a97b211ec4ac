package dev.quittance.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which plans to list.
 *
 * @param search a part of the name or code
 */
record PlanFilter(@Nullable String search, @Nullable Boolean archived) {}
