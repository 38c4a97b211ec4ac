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
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tax categories and the rates that tax them. Posted documents keep the rates they show. */
@Service
public class TaxRates {
    private static final int LONGEST_NAME = 100;

    private final TaxRepository repository;
    private final TaxHistory history;
    private final TransactionalOperator transaction;
    private final Remembered<List<TaxRate>> present = new Remembered<>();

    TaxRates(TaxRepository repository, TaxHistory history, TransactionalOperator transaction) {
        this.repository = repository;
        this.history = history;
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
     * The rates that tax goods of {@code category} in a place on {@code day}, those of the whole
     * country first.
     *
     * <p>Rates of different names stand side by side (state tax and county tax), and so does what
     * is stacked; of the others of one name the narrowest place's goes before the rest. No rate:
     * nothing is known to tax it there.
     */
    public static List<TaxRate> inForce(
            List<TaxRate> rates, UUID category, TaxPlace place, LocalDate day) {
        var byName = new TreeMap<String, TaxRate>();
        var found = new ArrayList<TaxRate>();
        for (var rate : rates) {
            if (!rate.category().equals(category)
                    || !rate.country().equals(place.country())
                    || !rate.inForce(day)
                    || !rate.covers(place)) {
                continue;
            }
            if (rate.stacked()) {
                found.add(rate);
            } else {
                byName.merge(rate.name().toLowerCase(Locale.ROOT), rate, TaxRates::narrower);
            }
        }
        found.addAll(byName.values());
        found.sort(
                comparing(TaxRate::narrowness)
                        .thenComparing(rate -> rate.name().toLowerCase(Locale.ROOT))
                        .thenComparing(TaxRate::percent));
        return List.copyOf(found);
    }

    private static TaxRate narrower(TaxRate one, TaxRate other) {
        return other.narrowness() > one.narrowness() ? other : one;
    }

    /** All categories, by name. */
    public Mono<List<TaxCategory>> categories() {
        return repository.categories().collectList();
    }

    /** Adds a category; the name of another one is refused as {@code InvalidInput}. */
    public Mono<TaxCategory> createCategory(String name, TaxTreatment treatment) {
        return keep(Ids.next(), name, treatment, repository::add);
    }

    /** Renames a category, or classes it otherwise; its rates stay. */
    Mono<TaxCategory> updateCategory(UUID id, String name, TaxTreatment treatment) {
        return transaction.transactional(
                repository
                        .lockCategory(id)
                        .switchIfEmpty(Mono.error(() -> new NotFound("tax category")))
                        .flatMap(
                                before ->
                                        keep(id, name, treatment, repository::update)
                                                .delayUntil(
                                                        after ->
                                                                history.add(
                                                                        "tax category changed",
                                                                        before,
                                                                        after))));
    }

    private Mono<TaxCategory> keep(
            UUID id,
            String name,
            TaxTreatment treatment,
            Function<TaxCategory, Mono<Boolean>> write) {
        var faults = new Faults();
        var cleaned = Texts.name(faults, "name", name, LONGEST_NAME);
        var category = new TaxCategory(id, cleaned, treatment);
        return Mono.fromRunnable(faults::orThrow)
                .then(Mono.defer(() -> write.apply(category)))
                .filter(kept -> kept)
                .map(_ -> category)
                .switchIfEmpty(Mono.error(() -> new Refused(taken())));
    }

    private static InvalidInput taken() {
        return InvalidInput.of("name", "is the name of another tax category");
    }

    /** Adds a rate; what is in its way is refused as {@link TaxRateOverlaps}. */
    public Mono<TaxCategory> add(NewTaxRate given) {
        var faults = new Faults();
        var rate = given.checked(faults);
        return transaction
                .transactional(
                        repository
                                .lockCategory(rate.category())
                                .switchIfEmpty(Mono.error(() -> new NotFound("tax category")))
                                .doOnNext(_ -> faults.orThrow())
                                .delayUntil(_ -> insert(rate))
                                .delayUntil(_ -> history.add("tax rate added", null, rate)))
                .doOnNext(_ -> forget());
    }

    /** Lets another percentage be in force from a day on, in one act. */
    Mono<TaxCategory> change(TaxRateChange change) {
        return step(change.taxRateId(), "tax rate changed", change::applied);
    }

    /** Ends a rate before a day. */
    Mono<TaxCategory> end(UUID id, LocalDate on) {
        return step(id, "tax rate ended", (rate, faults) -> TaxRateChange.end(rate, on, faults));
    }

    private interface Decision {
        TaxRateChange.Step of(TaxRate present, Faults faults);
    }

    private Mono<TaxCategory> step(UUID id, String what, Decision decision) {
        return transaction
                .transactional(
                        repository
                                .lockCategoryOf(id)
                                .flatMap(
                                        category ->
                                                repository
                                                        .find(id)
                                                        .delayUntil(
                                                                rate -> take(rate, what, decision))
                                                        .thenReturn(category))
                                .switchIfEmpty(Mono.error(() -> new NotFound("tax rate"))))
                .doOnNext(_ -> forget());
    }

    private Mono<Void> take(TaxRate present, String what, Decision decision) {
        var faults = new Faults();
        var step = decision.of(present, faults);
        faults.orThrow();
        var before = step.before();
        var after = step.after();
        var end = before == null ? repository.delete(present) : repository.end(before);
        return end.then(after == null ? Mono.empty() : Mono.defer(() -> insert(after)))
                .then(Mono.defer(() -> history.add(what, present, after == null ? before : after)));
    }

    private Mono<Void> insert(TaxRate rate) {
        return repository
                .rates(rate.category())
                .collectList()
                .doOnNext(
                        all -> {
                            var overlap = TaxRateOverlaps.find(all, rate);
                            if (overlap != null) {
                                throw new Refused(overlap);
                            }
                        })
                .then(Mono.defer(() -> repository.insert(rate)));
    }
}
