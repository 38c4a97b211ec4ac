package dev.quittance.catalog;

/**
 * How often something is billed: every {@code count} units.
 *
 * @param count 1 to 120
 */
public record Interval(int count, IntervalUnit unit) {}
