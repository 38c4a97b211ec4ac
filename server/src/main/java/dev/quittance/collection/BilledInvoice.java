package dev.quittance.collection;

import dev.quittance.invoicing.InvoiceStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as far as paying it goes; a draft has neither number nor due day.
 *
 * @param due what is to be collected: nothing of an invoice that was given up
 * @param owed what is unpaid, given up or not
 */
record BilledInvoice(
        UUID id,
        UUID customer,
        InvoiceStatus status,
        @Nullable String number,
        @Nullable LocalDate dueOn,
        Money due,
        Money owed) {}
