package dev.quittance.exchange;

import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Rates of exchange in GraphQL. */
@Controller
class ExchangeController {
    private final ExchangeRates rates;

    ExchangeController(ExchangeRates rates) {
        this.rates = rates;
    }

    /** A rate for a day. */
    record SetExchangeRateInput(CurrencyUnit currency, LocalDate on, BigDecimal rate) {}

    /** A CSV text; {@code turned} where it says what the merchant's own currency costs. */
    record ImportExchangeRatesInput(String csv, boolean turned) {}

    /** The rate to be forgotten. */
    record RemoveExchangeRateInput(CurrencyUnit currency, LocalDate on) {}

    /** The rate that was kept. */
    record ExchangeRateSet(ListedRate exchangeRate) {}

    /** How many rates were kept. */
    record ExchangeRatesImported(int count) {}

    /** What was forgotten. */
    record ExchangeRateRemoved(CurrencyUnit currency, LocalDate on) {}

    @QueryMapping
    Mono<Connection<ListedRate>> exchangeRates(
            @Argument @Nullable CurrencyUnit currency,
            @Argument int first,
            @Argument @Nullable String after) {
        return rates.list(currency == null ? null : currency.getCode(), Page.of(first, after));
    }

    @MutationMapping
    Mono<ExchangeRateSet> setExchangeRate(@Argument SetExchangeRateInput input) {
        return rates.set(input.currency(), input.on(), input.rate()).map(ExchangeRateSet::new);
    }

    @MutationMapping
    Mono<ExchangeRatesImported> importExchangeRates(@Argument ImportExchangeRatesInput input) {
        return rates.load(input.csv(), input.turned())
                .map(count -> new ExchangeRatesImported(count.intValue()));
    }

    @MutationMapping
    Mono<ExchangeRateRemoved> removeExchangeRate(@Argument RemoveExchangeRateInput input) {
        return rates.remove(input.currency(), input.on())
                .thenReturn(new ExchangeRateRemoved(input.currency(), input.on()));
    }
}
