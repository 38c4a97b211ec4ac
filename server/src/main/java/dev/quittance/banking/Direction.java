package dev.quittance.banking;

/** Which way money moved, seen from the merchant's account. */
enum Direction {
    CREDIT,
    DEBIT
}
