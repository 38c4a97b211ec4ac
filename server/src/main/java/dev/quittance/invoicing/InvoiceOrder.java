package dev.quittance.invoicing;

import dev.quittance.subscriptions.ItemCharge;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be billed on one invoice.
 *
 * @param billingGroup whose charges share the invoice; the customer's default one when null
 * @param charges in the order of the lines, all in {@code currency}, at least one
 */
public record InvoiceOrder(
        UUID customer,
        @Nullable UUID billingGroup,
        String currency,
        List<ItemCharge> charges,
        InvoiceTerms terms) {

    public InvoiceOrder {
        charges = List.copyOf(charges);
    }

    /** A bill of what fell due. */
    public InvoiceOrder(
            UUID customer, @Nullable UUID billingGroup, String currency, List<ItemCharge> charges) {
        this(customer, billingGroup, currency, charges, InvoiceTerms.NONE);
    }

    InvoiceOrder with(List<ItemCharge> fewer) {
        return new InvoiceOrder(customer, billingGroup, currency, fewer, terms);
    }

    /** The same with {@code group} where none was named. */
    InvoiceOrder orIn(@Nullable UUID group) {
        return billingGroup == null && group != null
                ? new InvoiceOrder(customer, group, currency, charges, terms)
                : this;
    }
}
