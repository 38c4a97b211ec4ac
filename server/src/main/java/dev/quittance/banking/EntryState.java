package dev.quittance.banking;

/** Where an entry stands. */
enum EntryState {
    OPEN,
    SUGGESTED,
    BOOKED,
    SET_ASIDE
}
