package dev.quittance.takeover;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.quittance.imports.ImportFile;
import dev.quittance.imports.ImportFiles;
import dev.quittance.platform.Page;
import dev.quittance.takeover.TakeOver.Facts;
import dev.quittance.takeover.TakeOver.Total;
import dev.quittance.takeover.TakeOverRepository.Sum;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads take-overs and what they add up to. */
@Service
class TakeOverReading {
    private final ImportFiles files;
    private final TakeOverRepository repository;

    TakeOverReading(ImportFiles files, TakeOverRepository repository) {
        this.files = files;
        this.repository = repository;
    }

    Mono<TakeOver> get(UUID id) {
        return files.get(id, TakeOverKind.NAMES)
                .flatMap(file -> with(List.of(file)))
                .map(List::getFirst);
    }

    Mono<List<TakeOver>> page(Page page) {
        return files.page(TakeOverKind.NAMES, page).collectList().flatMap(this::with);
    }

    private Mono<List<TakeOver>> with(List<ImportFile> found) {
        return repository
                .facts(found.stream().map(ImportFile::id).toList())
                .collectMap(Facts::id)
                .map(
                        known ->
                                found.stream()
                                        .map(
                                                file ->
                                                        TakeOver.of(
                                                                file,
                                                                known.getOrDefault(
                                                                        file.id(),
                                                                        Facts.none(file.id()))))
                                        .toList());
    }

    /** By currency, beside what the former system says; also where the file has nothing. */
    Mono<Map<UUID, List<TakeOverFigure>>> figures(Collection<UUID> ids) {
        return Mono.zip(
                        repository
                                .sums(ids)
                                .collect(groupingBy(Sum::id, mapping(Sum::figure, toList()))),
                        repository.facts(ids).collectMap(Facts::id))
                .map(
                        t -> {
                            var figures = new HashMap<UUID, List<TakeOverFigure>>();
                            for (var id : ids) {
                                var facts = t.getT2().getOrDefault(id, Facts.none(id));
                                figures.put(
                                        id,
                                        beside(
                                                t.getT1().getOrDefault(id, List.of()),
                                                facts.controls()));
                            }
                            return figures;
                        });
    }

    private static List<TakeOverFigure> beside(List<TakeOverFigure> sums, List<Total> stated) {
        var figures = new TreeMap<String, TakeOverFigure>();
        sums.forEach(one -> figures.put(one.currency().getCode(), one));
        for (var total : stated) {
            var present =
                    figures.getOrDefault(
                            total.currency(),
                            TakeOverFigure.none(CurrencyUnit.of(total.currency())));
            figures.put(total.currency(), present.beside(total));
        }
        return List.copyOf(figures.values());
    }
}
