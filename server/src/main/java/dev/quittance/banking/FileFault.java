package dev.quittance.banking;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a file of a bank.
 *
 * @param field the element or column
 */
record FileFault(int line, @Nullable String field, String reason) {}
