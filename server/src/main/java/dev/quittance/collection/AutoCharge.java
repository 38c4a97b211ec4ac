package dev.quittance.collection;

/**
 * Whether what falls due of a subscription is charged to its payment method by itself.
 *
 * @param possible whether it can be switched on: it has a method and is not over
 */
record AutoCharge(boolean on, boolean possible) {}
