package dev.quittance.catalog;

/** The addon as it is now. */
record AddonUpdated(Addon addon) {}
