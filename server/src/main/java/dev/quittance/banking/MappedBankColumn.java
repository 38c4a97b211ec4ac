package dev.quittance.banking;

/** One column and what it holds. */
record MappedBankColumn(String column, BankField field) {}
