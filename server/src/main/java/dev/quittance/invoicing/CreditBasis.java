package dev.quittance.invoicing;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.Proration;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what can be given back of an invoice.
 *
 * @param lines all of them, or those that bill days of one subscription
 * @param taxes every tax row of the invoice
 * @param sums what it comes to, and how it was rounded
 */
record CreditBasis(
        UUID invoice,
        String number,
        UUID customer,
        CurrencyUnit currency,
        DocumentParty buyer,
        List<Line> lines,
        List<Tax> taxes,
        Sums sums) {

    CreditBasis {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** What can still be given back of the lines, without tax. */
    Money left() {
        return lines.stream().map(Line::left).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What the invoice comes to, and what all of its lines that were given back do.
     *
     * @param exact net and tax of the invoice
     * @param total with its cash rounding
     * @param credited net and tax that were given back
     * @param creditedRounding what cash rounding added to that
     */
    record Sums(Money exact, Money total, Money credited, Money creditedRounding, TaxTerms terms) {

        /** Of an invoice whose total is the sum of net and tax. */
        static Sums exact(Money exact, Money credited) {
            var none = Money.zero(exact.getCurrencyUnit());
            return new Sums(exact, exact, credited, none, TaxTerms.PLAIN);
        }

        /**
         * What cash rounding adds when net and tax of {@code given} are given back next: what was
         * given back so far is rounded as a whole, so that all of it is exactly the total.
         */
        Money rounding(Money given) {
            var before = credited.plus(creditedRounding);
            return upTo(credited.plus(given)).minus(before).minus(given);
        }

        private Money upTo(Money sum) {
            return sum.isEqual(exact) ? total : sum.plus(TaxTerms.rounding(terms.cash(), sum));
        }
    }

    /**
     * A line and what has been given back of it.
     *
     * @param creditedQuantity as far as it was given back by quantity
     * @param rates that tax it
     * @param taxes for each rate, where tax was rounded line by line; else null
     * @param charge how its amount came about
     */
    record Line(
            UUID id,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Money net,
            Money credited,
            BigDecimal creditedQuantity,
            @Nullable Days days,
            List<AppliedRate> rates,
            @Nullable List<Money> taxes,
            @Nullable String taxLabel,
            Explanation charge) {

        Line {
            rates = List.copyOf(rates);
            taxes = taxes == null ? null : List.copyOf(taxes);
        }

        /** The tax at the rate {@code index} on the next {@code given} of the line. */
        Money tax(int index, Money tax, Money given) {
            return taxUpTo(index, tax, credited.plus(given)).minus(taxUpTo(index, tax, credited));
        }

        private Money taxUpTo(int index, Money tax, Money part) {
            return part.isEqual(net) ? tax : within(tax, taxOn(part, rates.get(index).percent()));
        }

        /** What can still be given back of it, without tax. */
        Money left() {
            return net.minus(credited);
        }

        /** How many units can still be given back. */
        BigDecimal quantityLeft() {
            return quantity.subtract(creditedQuantity);
        }

        /**
         * The price of the next {@code units} that are given back: all units together cost exactly
         * the line.
         */
        Money of(BigDecimal units) {
            return upTo(creditedQuantity.add(units)).minus(upTo(creditedQuantity));
        }

        private Money upTo(BigDecimal units) {
            var share = net.getAmount().multiply(units).divide(quantity, Proration.PRECISION);
            return Amounts.round(share, net.getCurrencyUnit());
        }
    }

    /** A tax row and what has been given back of it; its position is its name. */
    record Tax(
            int position,
            TaxRow row,
            Money creditedBase,
            Money creditedTax,
            @Nullable Money creditedExchanged) {

        /** The tax on the first {@code net} of the base that is given back. */
        Money on(Money net) {
            if (net.isEqual(row.base())) {
                return row.tax();
            }
            return within(row.tax(), taxOn(net, row.percent()));
        }

        /** The next {@code given} of the tax in the merchant's currency. */
        @Nullable Money exchanged(Money given, TaxTerms terms) {
            var whole = row.exchanged();
            var exchange = terms.exchange();
            if (whole == null || exchange == null || creditedExchanged == null) {
                return null;
            }
            var upTo = creditedTax.plus(given);
            var all = upTo.isEqual(row.tax()) ? whole : within(whole, exchange.exchanged(upTo));
            return all.minus(creditedExchanged);
        }
    }

    private static Money taxOn(Money net, BigDecimal percent) {
        var exact = net.getAmount().multiply(percent).divide(BigDecimal.valueOf(100));
        return Amounts.round(exact, net.getCurrencyUnit());
    }

    /** Never more than the whole, which for prices that contain the tax is not just a product. */
    private static Money within(Money whole, Money part) {
        return part.abs().isGreaterThan(whole.abs()) ? whole : part;
    }
}
