package dev.quittance.corrections;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What can be done with an invoice, in GraphQL. */
@Controller
class InvoiceActController {
    private final CreditNotes creditNotes;

    InvoiceActController(CreditNotes creditNotes) {
        this.creditNotes = creditNotes;
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, List<InvoiceAct>>> possibleActs(List<Invoice> invoices) {
        return creditNotes
                .creditable(invoices.stream().map(Invoice::id).distinct().toList())
                .map(
                        lines ->
                                invoices.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        one ->
                                                                InvoiceAct.possible(
                                                                        one,
                                                                        lines.getOrDefault(
                                                                                one.id(),
                                                                                List.of())))));
    }
}
