package dev.quittance.collection;

import dev.quittance.invoicing.InvoiceStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice as far as paying it goes; a draft has neither number nor due day. */
record BilledInvoice(
        UUID id,
        UUID customer,
        InvoiceStatus status,
        @Nullable String number,
        @Nullable LocalDate dueOn,
        Money due) {}
