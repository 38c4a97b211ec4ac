package dev.quittance.subscriptions;

/** How the payments of a live subscription come in. */
public enum CollectionState {
    CLEAR,
    DUNNING,
    UNPAID
}
