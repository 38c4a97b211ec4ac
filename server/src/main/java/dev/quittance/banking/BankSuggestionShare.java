package dev.quittance.banking;

import java.util.UUID;
import org.joda.money.Money;

/** What of an entry would pay one invoice. */
record BankSuggestionShare(UUID invoiceId, String invoiceNumber, Money amount) {}
