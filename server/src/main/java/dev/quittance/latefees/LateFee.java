package dev.quittance.latefees;

import dev.quittance.platform.Amounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What one late fee comes to, without tax. */
sealed interface LateFee {

    /**
     * The fee on an invoice of which {@code due} is still to be paid; empty when there is none: in
     * a currency without an amount, or when it rounds to nothing.
     */
    Optional<Money> on(Money due);

    /** How {@link #on} came to its amount, as printed; empty where that is set as it is. */
    Optional<String> reason(Money due);

    /**
     * The same for every invoice of a currency.
     *
     * @param amounts one per currency, each above zero
     */
    record Fixed(Map<CurrencyUnit, Money> amounts) implements LateFee {

        public Fixed {
            amounts = Map.copyOf(amounts);
        }

        @Override
        public Optional<Money> on(Money due) {
            return due.isPositive()
                    ? Optional.ofNullable(amounts.get(due.getCurrencyUnit()))
                    : Optional.empty();
        }

        @Override
        public Optional<String> reason(Money due) {
            return Optional.empty();
        }
    }

    /**
     * A part of what is still due, rounded once, half up, and then held within the limits.
     *
     * @param percent {@code 1.5} for one and a half percent
     * @param least per currency; a currency without one has no lower limit
     * @param most per currency, not below the least; a currency without one has no upper limit
     */
    record Percent(
            BigDecimal percent, Map<CurrencyUnit, Money> least, Map<CurrencyUnit, Money> most)
            implements LateFee {

        public Percent {
            least = Map.copyOf(least);
            most = Map.copyOf(most);
        }

        @Override
        public Optional<Money> on(Money due) {
            return due.isPositive()
                    ? Optional.of(within(part(due))).filter(Money::isPositive)
                    : Optional.empty();
        }

        @Override
        public Optional<String> reason(Money due) {
            var part = part(due);
            var fee = within(part);
            var limit =
                    fee.isEqual(part)
                            ? ""
                            : ", at %s %s"
                                    .formatted(fee.isGreaterThan(part) ? "least" : "most", fee);
            return Optional.of("%s %% of %s%s".formatted(percent.toPlainString(), due, limit));
        }

        private Money part(Money due) {
            return Amounts.round(
                    due.getAmount().multiply(percent).movePointLeft(2), due.getCurrencyUnit());
        }

        private Money within(Money fee) {
            var low = least.getOrDefault(fee.getCurrencyUnit(), fee);
            var raised = fee.isLessThan(low) ? low : fee;
            var high = most.getOrDefault(fee.getCurrencyUnit(), raised);
            return raised.isGreaterThan(high) ? high : raised;
        }
    }
}
