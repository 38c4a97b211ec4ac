package dev.quittance.banking;

/** What a check counted: good entries, those of them known already, and those not booked yet. */
record FileCounts(int good, int known, int pending) {}
