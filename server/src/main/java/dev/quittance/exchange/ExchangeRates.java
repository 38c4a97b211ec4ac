package dev.quittance.exchange;

import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.TaxSetting;
import dev.quittance.organization.TaxSettings;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * What other currencies cost in the merchant's own. Documents keep the rate that they were posted
 * with.
 */
@Service
public class ExchangeRates {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final ExchangeRateRepository repository;
    private final Organizations organizations;
    private final TaxSettings settings;
    private final History history;

    ExchangeRates(
            ExchangeRateRepository repository,
            Organizations organizations,
            TaxSettings settings,
            History history) {
        this.repository = repository;
        this.organizations = organizations;
        this.settings = settings;
        this.history = history;
    }

    /**
     * The rates that hold on {@code day}, by currency: the newest that are not too old by setting.
     * One statement for all of them, none where nothing is foreign.
     */
    public Mono<Map<String, ExchangeRate>> on(LocalDate day, Collection<String> currencies) {
        return Mono.zip(organizations.current(), settings.current())
                .flatMap(known -> on(day, currencies, known.getT1(), known.getT2()));
    }

    private Mono<Map<String, ExchangeRate>> on(
            LocalDate day, Collection<String> currencies, Organization own, TaxSetting setting) {
        var base = own.defaultCurrency();
        var foreign = currencies.stream().filter(one -> !one.equals(base.getCode())).distinct();
        var asked = foreign.toList();
        var days = setting.exchangeDays();
        var from = days == null ? FIRST_DAY : day.minusDays(days);
        return asked.isEmpty()
                ? Mono.just(Map.of())
                : repository
                        .newest(base, asked, from, day)
                        .collectMap(rate -> rate.currency().getCode());
    }

    /** Keeps a rate for a day; one that is there already is replaced. */
    @Transactional
    public Mono<ListedRate> set(CurrencyUnit currency, LocalDate on, BigDecimal rate) {
        var entered = new EnteredRate(currency, on, rate);
        return base().doOnNext(base -> checked(entered, base))
                .flatMap(
                        base ->
                                repository
                                        .keep(base, List.of(entered), ListedRate.Source.ENTERED)
                                        .then(note("exchange rate entered", entered))
                                        .thenReturn(listed(base, entered)));
    }

    private static void checked(EnteredRate entered, CurrencyUnit base) {
        var faults = new Faults();
        entered.check(base, faults, "");
        faults.orThrow();
    }

    private static ListedRate listed(CurrencyUnit base, EnteredRate entered) {
        return new ListedRate(
                base, entered.currency(), entered.on(), entered.rate(), ListedRate.Source.ENTERED);
    }

    /** Keeps all rates of a CSV text or, where a line is faulty, none; answers how many. */
    @Transactional
    public Mono<Long> load(String csv, boolean turned) {
        return base().flatMap(
                        base -> {
                            var faults = new Faults();
                            var rates = ExchangeRateFile.read(csv, base, turned, faults);
                            faults.orThrow();
                            return repository
                                    .keep(base, rates, ListedRate.Source.IMPORTED)
                                    .delayUntil(
                                            kept ->
                                                    note(
                                                            "exchange rates imported",
                                                            Map.of("rows", kept)));
                        });
    }

    /** Forgets a rate. */
    @Transactional
    public Mono<Void> remove(CurrencyUnit currency, LocalDate on) {
        return base().flatMap(base -> repository.remove(base, currency, on))
                .filter(removed -> removed > 0)
                .switchIfEmpty(Mono.error(() -> new NotFound("exchange rate")))
                .flatMap(
                        _ ->
                                note(
                                        "exchange rate removed",
                                        Map.of("currency", currency.getCode(), "on", on)));
    }

    Mono<Connection<ListedRate>> list(@Nullable String currency, Page page) {
        return base().flatMap(base -> repository.page(base, currency, page).collectList())
                .map(
                        rows ->
                                page.connection(
                                        rows,
                                        row ->
                                                List.of(
                                                        row.on().toString(),
                                                        row.currency().getCode())));
    }

    private Mono<CurrencyUnit> base() {
        return organizations.current().map(Organization::defaultCurrency);
    }

    private Mono<Void> note(String what, Object facts) {
        return history.add(
                new HistoryEntry.New(
                        "ORGANIZATION", Organizations.HISTORY_ID, null, what, null, facts, null));
    }
}
