package dev.quittance.invoicing;

import java.util.UUID;
import org.joda.money.Money;

/** An invoice that has just been posted. */
public record PostedInvoice(UUID id, String number, UUID customer, Money total) {}
