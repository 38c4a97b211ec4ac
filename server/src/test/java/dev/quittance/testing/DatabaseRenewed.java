package dev.quittance.testing;

/** A test class begins with a new database: what was remembered of the old one is wrong. */
public record DatabaseRenewed() {}
