package dev.quittance.customers;

import dev.quittance.platform.Problem;

/** There is nobody to send a mail to. */
public record NoRecipient(String message) implements Problem {}
