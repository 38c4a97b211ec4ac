package dev.quittance.banking;

/** Where a bank's file stands. */
enum BankFileStatus {
    UPLOADED,
    CHECKED,
    IMPORTED
}
