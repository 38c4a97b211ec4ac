package dev.quittance.collection;

import dev.quittance.invoicing.Invoice;
import java.util.List;
import org.joda.money.Money;

/**
 * What a payment will take.
 *
 * @param invoices those with something due, in the order in which they are paid
 * @param stillDue what stays due on them afterwards
 * @param creditUsed account credit that is used first
 * @param toCharge what is charged to the card
 * @param token given back with the act, it makes sure that nothing else is charged
 */
record PaymentQuote(
        List<Invoice> invoices,
        Money due,
        Money creditUsed,
        Money toCharge,
        Money stillDue,
        String token) {}
