package dev.quittance.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** A rate of exchange as it was entered or imported. */
public record ListedRate(
        CurrencyUnit base, CurrencyUnit currency, LocalDate on, BigDecimal rate, Source source) {

    /** How it came here. */
    public enum Source {
        ENTERED,
        IMPORTED
    }
}
