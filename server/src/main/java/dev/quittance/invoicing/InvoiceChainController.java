package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What belongs to an invoice, in GraphQL. */
@Controller
class InvoiceChainController {
    private final InvoiceChains chains;
    private final InvoiceReading reading;
    private final CreditNotes creditNotes;

    InvoiceChainController(InvoiceChains chains, InvoiceReading reading, CreditNotes creditNotes) {
        this.chains = chains;
        this.reading = reading;
        this.creditNotes = creditNotes;
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, InvoiceChain>> chain(List<Invoice> invoices) {
        return chains.of(ids(invoices))
                .map(found -> each(invoices, one -> requireNonNull(found.get(one.id()))));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, List<CreditableLine>>> creditableLines(List<Invoice> invoices) {
        return creditNotes
                .creditable(ids(invoices))
                .map(found -> each(invoices, one -> found.getOrDefault(one.id(), List.of())));
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, Invoice>> supplements(List<Invoice> invoices) {
        return linked(invoices, InvoiceLinks::supplements);
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, Invoice>> replaces(List<Invoice> invoices) {
        return linked(invoices, InvoiceLinks::replaces);
    }

    @BatchMapping(typeName = "Invoice")
    Mono<Map<Invoice, Invoice>> replacedBy(List<Invoice> invoices) {
        return linked(invoices, InvoiceLinks::replacedBy);
    }

    private Mono<Map<Invoice, Invoice>> linked(
            List<Invoice> invoices, Function<InvoiceLinks, @Nullable UUID> to) {
        return chains.links(ids(invoices))
                .flatMap(
                        links ->
                                reading.byIds(
                                                links.values().stream()
                                                        .map(to)
                                                        .filter(Objects::nonNull)
                                                        .toList())
                                        .map(found -> linked(invoices, links, to, found)));
    }

    private static Map<Invoice, Invoice> linked(
            List<Invoice> invoices,
            Map<UUID, InvoiceLinks> links,
            Function<InvoiceLinks, @Nullable UUID> to,
            Map<UUID, Invoice> found) {
        var answer = new HashMap<Invoice, Invoice>();
        for (var invoice : invoices) {
            var link = links.get(invoice.id());
            var other = link == null ? null : found.get(to.apply(link));
            if (other != null) {
                answer.put(invoice, other);
            }
        }
        return answer;
    }

    private static List<UUID> ids(List<Invoice> invoices) {
        return invoices.stream().map(Invoice::id).distinct().toList();
    }

    private static <T> Map<Invoice, T> each(List<Invoice> invoices, Function<Invoice, T> value) {
        return invoices.stream().distinct().collect(toMap(identity(), value));
    }
}
