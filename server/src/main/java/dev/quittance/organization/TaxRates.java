package dev.quittance.organization;

import static java.util.Comparator.comparing;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tax categories and the rates that tax them. */
@Service
public class TaxRates {
    private static final int LONGEST_NAME = 100;

    private final TaxRepository repository;
    private final TransactionalOperator transaction;
    private final Remembered<List<TaxRate>> present = new Remembered<>();

    TaxRates(TaxRepository repository, TransactionalOperator transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    /** Every rate there is or was; one added on another server shows within two seconds. */
    public Mono<List<TaxRate>> all() {
        return present.get(repository.rates().collectList());
    }

    /** What is remembered is no longer true. */
    void forget() {
        present.forget();
    }

    /**
     * The rates that tax goods of {@code category} in a region on {@code day}, those of the whole
     * country first.
     *
     * <p>Rates of different names stand side by side (state tax and county tax); of one name the
     * region's own goes before the country's. No rate: nothing is known to tax it there.
     */
    public static List<TaxRate> inForce(
            List<TaxRate> rates,
            UUID category,
            String country,
            @Nullable String region,
            LocalDate day) {
        var byName = new TreeMap<String, TaxRate>();
        rates.stream()
                .filter(rate -> rate.category().equals(category) && rate.country().equals(country))
                .filter(rate -> rate.inForce(day) && rate.covers(region))
                .forEach(
                        rate ->
                                byName.merge(
                                        rate.name().toLowerCase(Locale.ROOT),
                                        rate,
                                        (one, other) -> one.region() == null ? other : one));
        var found = new ArrayList<>(byName.values());
        found.sort(comparing(rate -> rate.region() != null));
        return List.copyOf(found);
    }

    Mono<List<TaxCategory>> categories() {
        return repository.categories().collectList();
    }

    /** Adds a category; the name of another one is refused as {@code InvalidInput}. */
    public Mono<TaxCategory> createCategory(String name) {
        var faults = new Faults();
        var category = new TaxCategory(Ids.next(), Texts.name(faults, "name", name, LONGEST_NAME));
        return Mono.fromRunnable(faults::orThrow)
                .then(Mono.defer(() -> repository.add(category)))
                .filter(added -> added)
                .map(_ -> category)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refused(
                                                InvalidInput.of(
                                                        "name",
                                                        "is the name of another tax category"))));
    }

    /**
     * Adds a rate. It ends the one of the same name and region in force on its first day, and ends
     * itself when a later one of the same name is already known.
     */
    public Mono<TaxCategory> add(NewTaxRate given) {
        var faults = new Faults();
        var rate = given.checked(faults);
        return transaction
                .transactional(
                        repository
                                .lockCategory(rate.category())
                                .switchIfEmpty(Mono.error(() -> new NotFound("tax category")))
                                .doOnNext(_ -> faults.orThrow())
                                .flatMap(found -> insert(rate).thenReturn(found)))
                .doOnNext(_ -> forget());
    }

    private Mono<Void> insert(TaxRate rate) {
        return repository
                .startsThatDay(rate)
                .doOnNext(TaxRates::refuseTwin)
                .then(Mono.defer(() -> repository.endPresent(rate)))
                .then(Mono.defer(() -> repository.insert(rate)));
    }

    private static void refuseTwin(boolean there) {
        if (there) {
            throw new Refused(
                    InvalidInput.of(
                            "validFrom", "is the day on which another rate of this name starts"));
        }
    }
}
