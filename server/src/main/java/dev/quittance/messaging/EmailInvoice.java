package dev.quittance.messaging;

import dev.quittance.platform.Problem;
import java.util.List;
import java.util.UUID;

/** What comes of asking to mail an invoice. */
sealed interface EmailInvoice {

    /** The mail is on its way, or kept where there is no mail server. */
    record InvoiceMailed(UUID invoiceId, List<String> to) implements EmailInvoice {}

    /** Drafts are not mailed. */
    record InvoiceNotPosted(String message) implements EmailInvoice, Problem {}
}
