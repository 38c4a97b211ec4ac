package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Days;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of one invoice in the columns of a row, an array for each column of the lines. */
final class InvoiceLineArrays {
    private final UUID[] ids;
    private final Integer[] positions;
    private final @Nullable UUID[] subscriptions;
    private final String[] descriptions;
    private final BigDecimal[] quantities;
    private final BigDecimal[] unitPrices;
    private final Long[] nets;
    private final @Nullable Long[] grosses;
    private final @Nullable LocalDate[] from;
    private final @Nullable LocalDate[] until;
    private final @Nullable String[] taxLabels;
    private final @Nullable String @Nullable [] explanations;

    private InvoiceLineArrays(Readable row, UUID[] ids) {
        this.ids = ids;
        positions = array(row, "positions", Integer[].class);
        subscriptions = array(row, "subscriptions", UUID[].class);
        descriptions = array(row, "descriptions", String[].class);
        quantities = array(row, "quantities", BigDecimal[].class);
        unitPrices = array(row, "unit_prices", BigDecimal[].class);
        nets = array(row, "line_nets", Long[].class);
        grosses = array(row, "grosses", Long[].class);
        from = array(row, "from_days", LocalDate[].class);
        until = array(row, "until_days", LocalDate[].class);
        taxLabels = array(row, "tax_labels", String[].class);
        explanations = row.get("explanations", String[].class);
    }

    private static <T> T array(Readable row, String name, Class<T> type) {
        return requireNonNull(row.get(name, type), name);
    }

    /** The lines by position; none where there are none, or where nobody asked for them. */
    static List<InvoiceLine> lines(Readable row, CurrencyUnit currency) {
        var ids = row.get("line_ids", UUID[].class);
        if (ids == null) {
            return List.of();
        }
        var lines = new InvoiceLineArrays(row, ids);
        return IntStream.range(0, ids.length).mapToObj(i -> lines.line(i, currency)).toList();
    }

    private InvoiceLine line(int i, CurrencyUnit currency) {
        var gross = grosses[i];
        return new InvoiceLine(
                ids[i],
                positions[i],
                subscriptions[i],
                descriptions[i],
                quantities[i].stripTrailingZeros(),
                UnitPrice.of(unitPrices[i], currency),
                Money.ofMinor(currency, nets[i]),
                gross == null ? null : Money.ofMinor(currency, gross),
                days(i),
                taxLabels[i],
                explanations == null ? null : explanations[i]);
    }

    private @Nullable Days days(int i) {
        var first = from[i];
        return first == null ? null : new Days(first, requireNonNull(until[i]));
    }
}
