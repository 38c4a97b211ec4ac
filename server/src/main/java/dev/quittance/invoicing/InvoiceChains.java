package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.quittance.invoicing.InvoiceChainRepository.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds what belongs to an invoice: what was added to it, and what it replaces. */
@Service
public class InvoiceChains {
    private final InvoiceChainRepository repository;
    private final InvoiceReading reading;

    InvoiceChains(InvoiceChainRepository repository, InvoiceReading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    /** The chain of each of these invoices, in four statements however many there are. */
    public Mono<Map<UUID, InvoiceChain>> of(Collection<UUID> invoices) {
        return repository
                .members(invoices)
                .collectList()
                .flatMap(
                        members ->
                                reading.byIds(members.stream().map(Member::invoice).toList())
                                        .map(found -> chains(members, found)));
    }

    /** Other invoices that these name, by the id of the one that names them. */
    Mono<Map<UUID, InvoiceLinks>> links(Collection<UUID> invoices) {
        return repository.links(invoices);
    }

    private static Map<UUID, InvoiceChain> chains(List<Member> members, Map<UUID, Invoice> found) {
        var byBill =
                members.stream().collect(groupingBy(Member::bill, LinkedHashMap::new, toList()));
        var chains = new HashMap<UUID, InvoiceChain>();
        byBill.forEach(
                (bill, own) -> {
                    var chain = chain(requireNonNull(found.get(bill)), own, found);
                    own.forEach(member -> chains.put(member.invoice(), chain));
                });
        return chains;
    }

    private static InvoiceChain chain(
            Invoice bill, List<Member> members, Map<UUID, Invoice> found) {
        var credited = members.stream().mapToLong(Member::creditedMinor).sum();
        var supplements =
                members.stream()
                        .map(Member::invoice)
                        .filter(id -> !id.equals(bill.id()))
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList();
        return InvoiceChain.of(bill, supplements, Money.ofMinor(bill.currency(), credited));
    }
}
