package dev.quittance.takeover;

import static dev.quittance.takeover.TakeOverField.*;

import dev.quittance.takeover.TakeOverRow.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a row and says what is wrong with it by itself; the same row always reads the same. */
interface TakeOverReader {
    int LONGEST_KEY = 254;
    int LONGEST_NUMBER = 40;
    int LONGEST_TEXT = 300;
    int LONGEST_REFERENCE = 140;
    BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);

    /** More than a year at once is a slip of the pen, and would all be billed. */
    int MOST_YEARS_BACK = 1;

    /**
     * What days are held against.
     *
     * @param asOf the last day of the former system
     * @param closedThrough the last day on which nothing can be booked any more
     */
    record Bounds(LocalDate asOf, @Nullable LocalDate closedThrough, LocalDate today) {}

    static TakeOverRow read(TakeOverKind kind, CellReader cells, Bounds bounds) {
        return switch (kind) {
            case OPEN_INVOICES -> invoice(cells, bounds.asOf());
            case OPENING_BALANCES -> balance(cells, bounds.asOf(), bounds.closedThrough());
            case NEXT_BILLING_DATES -> billing(cells, bounds.today());
        };
    }

    private static TakeOverRow invoice(CellReader cells, LocalDate asOf) {
        var currency = cells.currency();
        var issuedOn = cells.neededDay(ISSUED_ON);
        var dueOn = cells.neededDay(DUE_ON);
        cells.check(
                !issuedOn.isAfter(asOf),
                ISSUED_ON,
                "must not be after %s, the last day of the former system".formatted(asOf));
        cells.check(
                dueOn.equals(CellReader.EARLIEST) || !dueOn.isBefore(issuedOn),
                DUE_ON,
                "must not be before the issue date");
        var total = cells.neededMoney(TOTAL, currency);
        var open = cells.neededMoney(OPEN, currency);
        cells.check(
                total == null || total.isPositive(),
                TOTAL,
                "must be above zero. A credit belongs into the file of opening balances");
        cells.check(
                open == null || open.isPositive(),
                OPEN,
                "must be above zero. What is paid is not taken over, a credit is an opening balance");
        cells.check(
                open == null || total == null || !open.isGreaterThan(total),
                OPEN,
                "must be at most the total");
        var parts = parts(cells, currency, total);
        var number = cells.needed(NUMBER, LONGEST_NUMBER);
        return new TakeOverRow(
                cells.line(),
                TakeOverKind.OPEN_INVOICES,
                cells.needed(CUSTOMER, LONGEST_KEY),
                null,
                number,
                issuedOn,
                dueOn,
                asOf,
                total,
                open,
                parts,
                cells.text(PAYMENT_REFERENCE, LONGEST_REFERENCE),
                Objects.requireNonNullElse(
                        cells.text(DESCRIPTION, LONGEST_TEXT), "Invoice " + number));
    }

    private static List<Part> parts(
            CellReader cells, @Nullable CurrencyUnit currency, @Nullable Money total) {
        var parts = new ArrayList<Part>();
        add(parts, cells, currency, List.of(NET, TAX_RATE, TAX));
        add(parts, cells, currency, List.of(NET_2, TAX_RATE_2, TAX_2));
        if (!parts.isEmpty() && total != null) {
            var sum =
                    parts.stream()
                            .map(part -> part.net().plus(part.tax()))
                            .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
            cells.check(
                    sum.equals(total),
                    NET,
                    "Net and tax add up to %s, the total is %s. Mend them, or leave them out"
                            .formatted(sum, total));
        }
        return parts;
    }

    private static void add(
            List<Part> parts,
            CellReader cells,
            @Nullable CurrencyUnit currency,
            List<TakeOverField> fields) {
        if (fields.stream().allMatch(field -> cells.text(field) == null)) {
            return;
        }
        var net = cells.neededMoney(fields.getFirst(), currency);
        var tax = cells.neededMoney(fields.getLast(), currency);
        var percent = cells.decimal(fields.get(1));
        cells.check(
                percent == null
                        || percent.signum() >= 0
                                && percent.compareTo(HIGHEST_RATE) <= 0
                                && percent.stripTrailingZeros().scale() <= 6,
                fields.get(1),
                "must be between 0 and 100 percent, with at most 6 decimals");
        cells.check(net == null || !net.isNegative(), fields.getFirst(), "must not be below zero");
        cells.check(tax == null || !tax.isNegative(), fields.getLast(), "must not be below zero");
        if (net != null && tax != null) {
            parts.add(new Part(net, percent == null ? BigDecimal.ZERO : percent, tax));
        }
    }

    private static TakeOverRow balance(
            CellReader cells, LocalDate asOf, @Nullable LocalDate closedThrough) {
        var amount = cells.neededMoney(AMOUNT, cells.currency());
        cells.check(
                amount == null || !amount.isZero(),
                AMOUNT,
                "must not be zero. Leave the row out of the file");
        var on = Objects.requireNonNullElse(cells.day(AS_OF), asOf);
        cells.check(
                !on.isAfter(asOf),
                AS_OF,
                "must not be after %s, the last day of the former system".formatted(asOf));
        cells.check(
                closedThrough == null || on.isAfter(closedThrough),
                AS_OF,
                "The books are closed through %s. Name a later day, or open the month again"
                        .formatted(closedThrough));
        return new TakeOverRow(
                cells.line(),
                TakeOverKind.OPENING_BALANCES,
                cells.needed(CUSTOMER, LONGEST_KEY),
                null,
                "",
                on,
                on,
                on,
                amount == null ? null : amount.negated(),
                amount == null ? null : amount.negated(),
                List.of(),
                null,
                Objects.requireNonNullElse(
                        cells.text(DESCRIPTION, LONGEST_TEXT),
                        "Opening balance from the former billing system"));
    }

    private static TakeOverRow billing(CellReader cells, LocalDate today) {
        var subscription = cells.text(SUBSCRIPTION, LONGEST_NUMBER);
        var customer = cells.text(CUSTOMER, LONGEST_KEY);
        cells.check(
                subscription != null || customer != null,
                SUBSCRIPTION,
                "must not be empty where no customer is named");
        var on = cells.neededDay(NEXT_BILLING_ON);
        cells.check(
                on.equals(CellReader.EARLIEST) || !on.isBefore(today.minusYears(MOST_YEARS_BACK)),
                NEXT_BILLING_ON,
                "must not lie more than a year back. All since then would be billed at once");
        return new TakeOverRow(
                cells.line(),
                TakeOverKind.NEXT_BILLING_DATES,
                customer,
                subscription,
                "",
                on,
                on,
                on,
                null,
                null,
                List.of(),
                null,
                "");
    }
}
