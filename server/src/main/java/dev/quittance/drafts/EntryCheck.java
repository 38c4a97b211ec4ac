package dev.quittance.drafts;

import dev.quittance.drafts.InvoiceEntryInput.EnteredLineInput;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Checks what was entered; all faults are told at once.
 *
 * @param categories the tax categories there are
 */
record EntryCheck(CurrencyUnit currency, Set<UUID> categories, Faults faults) {
    private static final int MOST_LINES = 500;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_ORDER = 100;
    private static final int MOST_DUE_DAYS = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(13);

    /** The entry, or a refusal with every fault. */
    static InvoiceEntry of(InvoiceEntryInput input, Set<UUID> categories) {
        var check = new EntryCheck(input.currency(), Set.copyOf(categories), new Faults());
        var entry = check.entry(input);
        check.faults().orThrow();
        return entry;
    }

    private InvoiceEntry entry(InvoiceEntryInput input) {
        faults.check(!input.lines().isEmpty(), "lines", "must have at least one line");
        faults.check(
                input.lines().size() <= MOST_LINES,
                "lines",
                "must have at most %d lines".formatted(MOST_LINES));
        var lines = new ArrayList<EnteredLine>();
        for (var i = 0; i < Math.min(input.lines().size(), MOST_LINES); i++) {
            lines.add(line(input.lines().get(i), "lines[%d]".formatted(i)));
        }
        var days = input.dueDays();
        faults.check(
                days == null || days >= 0 && days <= MOST_DUE_DAYS,
                "dueDays",
                "must be between 0 and %d".formatted(MOST_DUE_DAYS));
        return new InvoiceEntry(
                input.taxInclusive(),
                lines,
                percent(input.discountPercent(), "discountPercent"),
                amount(input.discountAmount(), "discountAmount"),
                days,
                text(input.note(), "note", LONGEST_NOTE),
                text(input.purchaseOrder(), "purchaseOrder", LONGEST_ORDER));
    }

    private EnteredLine line(EnteredLineInput given, String path) {
        var line =
                new EnteredLine(
                        Texts.name(
                                faults,
                                path + ".description",
                                given.description(),
                                LONGEST_DESCRIPTION),
                        number(given.quantity(), path + ".quantity"),
                        number(given.unitPrice(), path + ".unitPrice"),
                        given.taxCategoryId(),
                        given.serviceFrom(),
                        given.serviceUntil(),
                        percent(given.discountPercent(), path + ".discountPercent"),
                        amount(given.discountAmount(), path + ".discountAmount"));
        faults.check(given.quantity().signum() != 0, path + ".quantity", "must be above zero");
        if (faults.isEmpty()) {
            Amounts.check(
                    faults,
                    path + ".unitPrice",
                    Amounts.round(line.quantity().multiply(line.unitPrice()), currency));
        }
        period(line, path);
        faults.check(
                line.taxCategoryId() == null || categories.contains(line.taxCategoryId()),
                path + ".taxCategoryId",
                "must be a tax category, or left out for what is not taxed");
        return line;
    }

    private void period(EnteredLine line, String path) {
        var from = line.serviceFrom();
        var until = line.serviceUntil();
        if (from == null && until == null) {
            return;
        }
        if (from == null || until == null) {
            faults.add(
                    path + (from == null ? ".serviceFrom" : ".serviceUntil"),
                    "must be given too: a service has a first and a last day");
            return;
        }
        faults.check(
                !until.isBefore(from),
                path + ".serviceUntil",
                "must not be before %s, the first day of service".formatted(from));
    }

    private BigDecimal number(BigDecimal given, String path) {
        faults.check(given.signum() >= 0, path, "must not be negative");
        faults.check(given.compareTo(LARGEST) <= 0, path, "must be at most 10^13");
        return given;
    }

    private @Nullable BigDecimal percent(@Nullable BigDecimal given, String path) {
        if (given == null || given.signum() == 0) {
            return null;
        }
        faults.check(
                given.signum() > 0 && given.compareTo(HUNDRED) <= 0,
                path,
                "must be between 0 and 100");
        return given;
    }

    private @Nullable BigDecimal amount(@Nullable MoneyInput given, String path) {
        if (given == null || given.amount().signum() == 0) {
            return null;
        }
        faults.check(
                given.currency().equals(currency),
                path + ".currency",
                "must be %s, the currency of the invoice".formatted(currency));
        return given.money(faults, path).getAmount();
    }

    /** Null where it was left out, empty where it is to be empty. */
    private @Nullable String text(@Nullable String given, String path, int most) {
        if (given == null) {
            return null;
        }
        var text = Texts.note(faults, path, given, most);
        return text == null ? "" : text;
    }
}
