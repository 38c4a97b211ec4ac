package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Section;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.Formats;
import dev.quittance.organization.CashRounding;
import dev.quittance.organization.Seller;
import dev.quittance.subscriptions.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How an invoice reads: nothing of it is about whether it has been paid. */
final class InvoicePicture {
    private final Invoice invoice;
    private final Related related;
    private final Seller seller;
    private final DocumentParty buyer;
    private final Formats formats;
    private final boolean inclusive;

    private InvoicePicture(Invoice invoice, Related related, Seller seller) {
        this.invoice = invoice;
        this.related = related;
        this.seller = seller;
        this.buyer = requireNonNull(invoice.buyer());
        this.formats = Formats.of(Objects.requireNonNullElse(buyer.locale(), "en"));
        this.inclusive = invoice.lines().stream().anyMatch(line -> line.gross() != null);
    }

    /** The numbers of the bill to which it adds, and of the cancelled one that it replaces. */
    record Related(@Nullable String supplements, @Nullable String replaces) {
        static final Related NONE = new Related(null, null);
    }

    /** A posted invoice with its lines, tax rows and parties. */
    static DocumentPicture of(Invoice invoice, Related related, Seller seller) {
        return new InvoicePicture(invoice, related, seller).picture();
    }

    private DocumentPicture picture() {
        var number = requireNonNull(invoice.number());
        var issuedOn = requireNonNull(invoice.issuedOn());
        var dueOn = requireNonNull(invoice.dueOn());
        return new DocumentPicture(
                "Invoice",
                number,
                issuedOn,
                formats.locale(),
                new Look(seller.accentColor(), seller.logo(), seller.documentFooter()),
                Parties.seller("From", seller),
                Parties.buyer("Bill to", buyer),
                facts(number, issuedOn, dueOn),
                "%s due %s".formatted(formats.money(invoice.total()), formats.day(dueOn)),
                table(),
                sums(),
                new Fact("Total", formats.money(invoice.total())),
                sections());
    }

    private List<Fact> facts(String number, LocalDate issuedOn, LocalDate dueOn) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Invoice number", number));
        facts.add(new Fact("Issue date", formats.day(issuedOn)));
        facts.add(new Fact("Due date", formats.day(dueOn)));
        if (related.supplements() != null) {
            facts.add(new Fact("Adds to invoice", related.supplements()));
        }
        if (related.replaces() != null) {
            facts.add(new Fact("Replaces invoice", related.replaces()));
        }
        if (invoice.purchaseOrder() != null) {
            facts.add(new Fact("Purchase order", invoice.purchaseOrder()));
        }
        return facts;
    }

    private Table table() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Description", inclusive ? 38 : 46, false));
        columns.add(new Column("Quantity", 10, true));
        columns.add(new Column("Unit price", 16, true));
        columns.add(new Column("Tax", 14, true));
        columns.add(new Column(inclusive ? "Without tax" : "Amount", 16, true));
        if (inclusive) {
            columns.add(new Column("With tax", 16, true));
        }
        return new Table(columns, invoice.lines().stream().map(this::row).toList());
    }

    private List<Cell> row(InvoiceLine line) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(line.description(), below(line)));
        cells.add(Cell.of(formats.number(line.quantity())));
        cells.add(Cell.of(formats.price(line.unitPrice().amount(), line.net())));
        cells.add(Cell.of(rate(line.why().rates(), formats)));
        cells.add(Cell.of(formats.amount(line.net())));
        if (inclusive) {
            cells.add(Cell.of(formats.amount(line.gross() == null ? line.net() : line.gross())));
        }
        return cells;
    }

    /** The days of service, and what was taken off, so that the amount can be followed. */
    private @Nullable String below(InvoiceLine line) {
        var parts = new ArrayList<String>();
        if (line.days() != null) {
            parts.add(formats.days(line.days()));
        }
        if (line.why().charge() instanceof Explanation.Entered entered) {
            if (entered.percent() != null) {
                parts.add("%s %% discount".formatted(formats.number(entered.percent())));
            }
            entered.discounts()
                    .forEach(
                            discount ->
                                    parts.add(
                                            "%s –%s"
                                                    .formatted(
                                                            discount.label(),
                                                            formats.price(
                                                                    discount.amount(),
                                                                    line.net()))));
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    /** The whole wording of a rate stands with the sums; in a line the percentage is enough. */
    static String rate(List<AppliedRate> rates, Formats formats) {
        return rates.isEmpty()
                ? "–"
                : String.join(
                        " + ",
                        rates.stream().map(rate -> formats.number(rate.percent()) + " %").toList());
    }

    private List<Fact> sums() {
        var sums = sums(invoice.taxRows(), formats.money(invoice.net()), formats);
        addRounding(sums, invoice.cashRounding(), invoice.rounding(), formats);
        return sums;
    }

    /** The row after tax, where totals are rounded to what can be paid in cash. */
    static void addRounding(
            List<Fact> sums, @Nullable CashRounding cash, Money rounding, Formats formats) {
        if (cash != null) {
            var increment = Money.ofMinor(cash.currency(), cash.minor());
            sums.add(new Fact("Rounding to " + formats.money(increment), formats.money(rounding)));
        }
    }

    /** What the tax is in the merchant's currency, and at what rate. */
    static List<Section> exchanged(
            @Nullable TaxExchange exchange, List<TaxRow> rows, Money total, Formats formats) {
        if (exchange == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        for (var row : rows) {
            var amount = row.exchanged();
            if (amount != null && !amount.isZero()) {
                facts.add(new Fact(row.label(), formats.money(amount)));
            }
        }
        facts.add(new Fact("Total tax", formats.money(exchange.tax())));
        var rate =
                "1 %s = %s %s, rate of exchange of %s"
                        .formatted(
                                total.getCurrencyUnit(),
                                formats.number(exchange.rate()),
                                exchange.currency(),
                                formats.day(exchange.on()));
        return List.of(
                new Section("Tax in %s".formatted(exchange.currency()), facts, List.of(rate)));
    }

    static List<Fact> sums(List<TaxRow> rows, String net, Formats formats) {
        var sums = new ArrayList<Fact>();
        sums.add(new Fact("Subtotal without tax", net));
        for (var row : rows) {
            sums.add(
                    new Fact(
                            "%s, on %s".formatted(row.label(), formats.money(row.base())),
                            formats.money(row.tax())));
        }
        return sums;
    }

    private List<Section> sections() {
        var sections =
                new ArrayList<>(
                        exchanged(
                                invoice.taxExchange(),
                                invoice.taxRows(),
                                invoice.total(),
                                formats));
        if (!invoice.bankDetails().isEmpty() && !invoice.total().isZero()) {
            var facts = new ArrayList<Fact>();
            invoice.bankDetails()
                    .forEach(detail -> facts.add(new Fact(detail.label(), detail.value())));
            if (invoice.paymentReference() != null) {
                facts.add(new Fact("Payment reference", invoice.paymentReference()));
            }
            sections.add(new Section("How to pay by transfer", facts, List.of()));
        }
        if (invoice.note() != null) {
            sections.add(new Section("Note", List.of(), invoice.note().lines().toList()));
        }
        return sections;
    }
}
