package dev.quittance.invoicing;

import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Gathers invoices from rows of invoices joined with their lines, one instance per query. */
final class InvoiceRows {
    private final Map<UUID, Invoice> invoices = new LinkedHashMap<>();
    private final Map<UUID, List<InvoiceLine>> lines = new LinkedHashMap<>();

    /** Takes a row; the columns of an invoice that is known already are not read again. */
    UUID take(Readable row) {
        var column = new Columns(row);
        var id = column.id("id");
        if (!invoices.containsKey(id)) {
            invoices.put(id, invoice(id, column));
        }
        var line = column.idOrNull("line_id");
        if (line != null) {
            lines.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(line(line, column, column.text("currency")));
        }
        return id;
    }

    /** The invoices in the order of the rows, without their lines. */
    List<Invoice> invoices() {
        return List.copyOf(invoices.values());
    }

    List<InvoiceLine> lines(UUID invoice) {
        return lines.getOrDefault(invoice, List.of());
    }

    private static Invoice invoice(UUID id, Columns column) {
        return new Invoice(
                id,
                column.textOrNull("number"),
                column.choice("status", InvoiceStatus.class),
                column.flag("overdue"),
                column.id("customer_id"),
                column.idOrNull("billing_group_id"),
                CurrencyUnit.of(column.text("currency")),
                column.money("net"),
                column.money("tax"),
                column.money("total"),
                column.money("paid"),
                column.dayOrNull("issued_on"),
                column.dayOrNull("due_on"),
                column.idOrNull("seller_id"),
                null,
                column.jsonOrNull("buyer", DocumentParty.class),
                List.of(),
                column.textOrNull("note"),
                column.textOrNull("purchase_order"),
                column.textOrNull("payment_reference"),
                column.atOrNull("mailed_at"),
                List.of(),
                List.of());
    }

    private static InvoiceLine line(UUID id, Columns column, String currency) {
        return new InvoiceLine(
                id,
                column.integer("position"),
                column.idOrNull("subscription_id"),
                column.text("description"),
                column.decimal("quantity").stripTrailingZeros(),
                UnitPrice.of(column.decimal("unit_price"), CurrencyUnit.of(currency)),
                Amounts.ofMinor(column.number("line_net_minor"), currency),
                column.moneyOrNull("gross"),
                days(column),
                column.textOrNull("tax_label"),
                Objects.requireNonNull(column.row().get("explanation", Json.class)).asString());
    }

    private static @Nullable Days days(Columns column) {
        var from = column.dayOrNull("from_on");
        return from == null ? null : new Days(from, column.day("until_on"));
    }

    static TaxRow taxRow(Columns column) {
        return new TaxRow(
                column.text("label"),
                column.decimal("percent").stripTrailingZeros(),
                column.choice("treatment", TaxTreatment.class),
                column.money("base"),
                column.money("tax"));
    }
}
