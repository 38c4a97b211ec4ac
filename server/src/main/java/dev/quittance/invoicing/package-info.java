/**
 * Charges become invoices: lines, tax, numbers, credit notes and what they look like.
 *
 * <p>Ask {@link dev.quittance.invoicing.Invoices} to draft, post, settle and read invoices, and
 * {@link dev.quittance.invoicing.CreditNotes} to give back what was billed for unused days; listen
 * for {@link dev.quittance.invoicing.InvoicePosted}, {@link dev.quittance.invoicing.InvoiceSettled}
 * and {@link dev.quittance.invoicing.CreditNotePosted}.
 */
@ApplicationModule(
        allowedDependencies = {
            "documents",
            "subscriptions",
            "ledger",
            "customers",
            "exchange",
            "catalog",
            "organization",
            "platform"
        })
@NullMarked
package dev.quittance.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
