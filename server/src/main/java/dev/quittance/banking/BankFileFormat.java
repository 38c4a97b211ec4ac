package dev.quittance.banking;

/** How a bank's file is written. */
enum BankFileFormat {
    CAMT,
    CSV
}
