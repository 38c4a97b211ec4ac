package dev.quittance.organization;

/** One line of bank details as it is printed: {@code IBAN}, {@code DE89 …}. */
public record BankDetail(String label, String value) {}
