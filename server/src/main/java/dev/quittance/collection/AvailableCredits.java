package dev.quittance.collection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.quittance.collection.AvailableCreditRepository.Raised;
import dev.quittance.collection.AvailableCreditRepository.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The account credit of customers, with where it comes from. */
@Service
class AvailableCredits {
    private final AvailableCreditRepository repository;

    /** Whose sources, in which currency. */
    private record Purse(UUID customer, CurrencyUnit currency) {}

    AvailableCredits(AvailableCreditRepository repository) {
        this.repository = repository;
    }

    /** By customer and currency; customers without any booking are missing. */
    Mono<Map<UUID, List<AvailableCredit>>> of(Collection<UUID> customers) {
        return Mono.zip(
                        repository.of(customers).collectList(),
                        repository
                                .raising(customers)
                                .collect(
                                        groupingBy(
                                                raised ->
                                                        new Purse(
                                                                raised.customer(),
                                                                raised.currency()),
                                                mapping(Raised::source, toList()))))
                .map(
                        found ->
                                found.getT1().stream()
                                        .collect(
                                                groupingBy(
                                                        Standing::customer,
                                                        mapping(
                                                                standing ->
                                                                        credit(
                                                                                standing,
                                                                                found.getT2()),
                                                                toList()))));
    }

    private static AvailableCredit credit(
            Standing standing, Map<Purse, List<CreditSource>> sources) {
        var its =
                sources.getOrDefault(
                        new Purse(standing.customer(), standing.currency()), List.of());
        return new AvailableCredit(
                standing.currency(),
                standing.credit().minus(standing.promised()),
                standing.promised(),
                standing.refunding(),
                CreditSource.attributed(its, standing.credit()));
    }
}
