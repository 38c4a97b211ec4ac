package dev.quittance.collection;

import dev.quittance.invoicing.Invoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Invoices that are charged by themselves, in GraphQL. */
@Controller
class DueChargeController {
    private final DueChargeRepository repository;

    DueChargeController(DueChargeRepository repository) {
        this.repository = repository;
    }

    @BatchMapping
    Mono<Map<Invoice, DueCharge>> dueCharge(List<Invoice> invoices) {
        return repository
                .of(invoices.stream().map(Invoice::id).distinct().toList())
                .collectMap(DueCharge::invoice)
                .map(
                        found -> {
                            var each = new HashMap<Invoice, DueCharge>();
                            invoices.forEach(
                                    invoice -> {
                                        var due = found.get(invoice.id());
                                        if (due != null) {
                                            each.put(invoice, due);
                                        }
                                    });
                            return each;
                        });
    }
}
