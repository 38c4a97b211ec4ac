package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.CashRounding;
import dev.quittance.organization.TaxRounding;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a document's tax and total are rounded, and at what rate its tax is exchanged. A posted
 * document keeps them, whatever is set later.
 *
 * @param cash null where totals are not rounded to what can be paid in cash
 * @param exchange null where the document is in the merchant's own currency
 */
public record TaxTerms(
        TaxRounding rounding, @Nullable CashRounding cash, @Nullable ExchangeRate exchange) {

    /** Rounded per document, in the merchant's own currency. */
    static final TaxTerms PLAIN = new TaxTerms(TaxRounding.PER_DOCUMENT, null, null);

    /** What cash rounding adds to a total; below zero what it takes off. */
    static Money rounding(@Nullable CashRounding cash, Money exact) {
        return cash == null
                ? Money.zero(exact.getCurrencyUnit())
                : cash.nearest(exact).minus(exact);
    }
}
