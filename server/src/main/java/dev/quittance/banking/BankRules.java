package dev.quittance.banking;

/**
 * How bank statements are dealt with.
 *
 * @param bookExact what is exact is booked without anybody's confirmation
 */
record BankRules(boolean bookExact) {}
