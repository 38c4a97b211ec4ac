package dev.quittance.drafts;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.platform.LargestRemainder;
import dev.quittance.subscriptions.ChargeKind;
import dev.quittance.subscriptions.Explanation.Entered;
import dev.quittance.subscriptions.Explanation.Entered.Discount;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What entered lines come to.
 *
 * <p>Discounts act before tax, in the price's own basis: of the line, then of the whole document;
 * percentages first, then amounts. Those of the document are spread over the lines by largest
 * remainder. Nothing goes below zero, the rest lapses. Each line is rounded half up, once.
 */
final class EnteredCharges {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CurrencyUnit currency;
    private final InvoiceEntry entry;
    private final long[] minors;
    private final List<List<Discount>> discounts = new ArrayList<>();

    private EnteredCharges(CurrencyUnit currency, InvoiceEntry entry) {
        this.currency = currency;
        this.entry = entry;
        this.minors = new long[entry.lines().size()];
    }

    /** The charges in the order of the lines. */
    static List<ItemCharge> of(CurrencyUnit currency, InvoiceEntry entry) {
        var charges = new EnteredCharges(currency, entry);
        charges.discountLines();
        charges.discountDocument();
        return charges.all();
    }

    /** A line before the document's discounts and before rounding. */
    static BigDecimal exact(EnteredLine line) {
        var price = line.quantity().multiply(line.unitPrice());
        var percent = line.discountPercent();
        return percent == null ? price : price.multiply(HUNDRED.subtract(percent)).divide(HUNDRED);
    }

    private void discountLines() {
        for (var i = 0; i < minors.length; i++) {
            var line = entry.lines().get(i);
            discounts.add(new ArrayList<>());
            minors[i] = Amounts.minor(Amounts.round(exact(line), currency));
            var amount = line.discountAmount();
            if (amount != null) {
                lower(i, Math.min(minor(amount), minors[i]), "Discount");
            }
        }
    }

    private void discountDocument() {
        var percent = entry.discountPercent();
        if (percent != null) {
            var part =
                    BigDecimal.valueOf(sum())
                            .multiply(percent)
                            .divide(HUNDRED, 0, RoundingMode.HALF_UP);
            spread(part.longValueExact(), plain(percent) + " % off the whole document");
        }
        var amount = entry.discountAmount();
        if (amount != null) {
            spread(
                    Math.min(minor(amount), sum()),
                    "Its part of a discount of %s on the whole document"
                            .formatted(Amounts.round(amount, currency)));
        }
    }

    private void spread(long minor, String label) {
        var weights = Arrays.stream(minors).mapToObj(BigDecimal::valueOf).toList();
        var parts = LargestRemainder.split(minor, weights);
        for (var i = 0; i < parts.length; i++) {
            lower(i, parts[i], label);
        }
    }

    private void lower(int line, long minor, String label) {
        if (minor > 0) {
            minors[line] -= minor;
            discounts.get(line).add(new Discount(label, money(minor).getAmount()));
        }
    }

    private List<ItemCharge> all() {
        var charges = new ArrayList<ItemCharge>();
        for (var i = 0; i < minors.length; i++) {
            charges.add(charge(i));
        }
        return charges;
    }

    private ItemCharge charge(int index) {
        var line = entry.lines().get(index);
        return new ItemCharge(
                null,
                null,
                ChargeKind.MANUAL,
                line.description(),
                line.quantity(),
                line.unitPrice(),
                money(minors[index]),
                days(line),
                line.taxCategoryId(),
                entry.taxInclusive(),
                new Entered(
                        currency.getCode(),
                        line.quantity(),
                        line.unitPrice(),
                        line.discountPercent(),
                        exact(line),
                        discounts.get(index)));
    }

    private long sum() {
        return Arrays.stream(minors).sum();
    }

    private long minor(BigDecimal amount) {
        return Amounts.minor(Amounts.round(amount, currency));
    }

    private Money money(long minor) {
        return Money.ofMinor(currency, minor);
    }

    private static @Nullable Days days(EnteredLine line) {
        var from = line.serviceFrom();
        return from == null
                ? null
                : new Days(from, Objects.requireNonNull(line.serviceUntil()).plusDays(1));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
