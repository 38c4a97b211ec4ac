package dev.quittance.invoicing;

import dev.quittance.subscriptions.ItemCharge;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be billed on one invoice.
 *
 * @param billingGroup whose charges share the invoice
 * @param charges in the order of the lines, all in {@code currency}, at least one
 */
public record InvoiceOrder(
        UUID customer, @Nullable UUID billingGroup, String currency, List<ItemCharge> charges) {

    public InvoiceOrder {
        charges = List.copyOf(charges);
    }

    InvoiceOrder with(List<ItemCharge> fewer) {
        return new InvoiceOrder(customer, billingGroup, currency, fewer);
    }
}
