package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.CashRounding;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Gathers invoices and their lines from rows of invoices, one instance per query. */
final class InvoiceRows {
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<UUID, List<InvoiceLine>> lines = new HashMap<>();

    UUID take(Readable row) {
        var invoice = invoice(new Columns(row));
        invoices.add(invoice);
        lines.put(invoice.id(), InvoiceLineArrays.lines(row, invoice.currency()));
        return invoice.id();
    }

    /** The invoices in the order of the rows, without their lines. */
    List<Invoice> invoices() {
        return List.copyOf(invoices);
    }

    List<InvoiceLine> lines(UUID invoice) {
        return lines.getOrDefault(invoice, List.of());
    }

    private static Invoice invoice(Columns column) {
        var currency = CurrencyUnit.of(column.text("currency"));
        return new Invoice(
                column.id("id"),
                column.textOrNull("number"),
                column.choice("status", InvoiceStatus.class),
                column.flag("overdue"),
                column.id("customer_id"),
                column.idOrNull("billing_group_id"),
                currency,
                column.money("net", currency),
                column.money("tax", currency),
                column.money("rounding", currency),
                cashRounding(column, currency),
                exchange(column, currency),
                column.money("total", currency),
                column.money("paid", currency),
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
                column.dayOrNull("taken_over_on"),
                List.of(),
                List.of());
    }

    static @Nullable CashRounding cashRounding(Columns column, CurrencyUnit currency) {
        var increment = column.integerOrNull("rounding_increment");
        return increment == null ? null : CashRounding.ofMinor(currency, increment);
    }

    static @Nullable ExchangeRate exchange(Columns column, CurrencyUnit currency) {
        var rate = column.decimalOrNull("exchange_rate");
        return rate == null
                ? null
                : new ExchangeRate(
                        CurrencyUnit.of(column.text("exchange_currency")),
                        currency,
                        rate,
                        column.day("exchange_on"));
    }

    static @Nullable Money exchanged(Columns column, String name) {
        var minor = column.numberOrNull(name);
        return minor == null ? null : Amounts.ofMinor(minor, column.text("exchange_currency"));
    }

    static TaxRow taxRow(Columns column) {
        return new TaxRow(
                column.text("label"),
                column.decimal("percent").stripTrailingZeros(),
                column.choice("treatment", TaxTreatment.class),
                column.money("base"),
                column.money("tax"),
                exchanged(column, "exchanged_minor"));
    }
}
