package dev.quittance.messaging;

import dev.quittance.invoicing.Invoice;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Idempotency;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Forwarding invoices, in GraphQL. */
@Controller
class ForwardController {
    private final InvoiceForwarding forwarding;
    private final ForwardProposals proposals;
    private final Idempotency idempotency;

    ForwardController(
            InvoiceForwarding forwarding, ForwardProposals proposals, Idempotency idempotency) {
        this.forwarding = forwarding;
        this.proposals = proposals;
        this.idempotency = idempotency;
    }

    @MutationMapping
    Mono<ForwardInvoice> forwardInvoice(@Argument ForwardInvoiceInput input) {
        return idempotency.once(
                "forwardInvoice",
                input.idempotencyKey(),
                input,
                ForwardInvoice.class,
                () -> forwarding.forward(input));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, Forwarding>> forwarding(List<Invoice> invoices, @ContextValue Caller caller) {
        return proposals.of(invoices, caller);
    }
}
