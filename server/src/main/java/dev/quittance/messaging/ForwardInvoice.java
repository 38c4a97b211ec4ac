package dev.quittance.messaging;

import java.util.List;

/** What comes of asking to forward an invoice. */
sealed interface ForwardInvoice {

    /** The mail is on its way, or kept where there is no mail server. */
    record InvoiceForwarded(List<String> to) implements ForwardInvoice {
        public InvoiceForwarded {
            to = List.copyOf(to);
        }
    }
}
