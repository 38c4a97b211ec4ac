package dev.quittance.banking;

import java.util.List;

/** A column of a bank's CSV, with the values of the first rows. */
record BankColumn(String name, List<String> samples) {}
