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
import dev.quittance.organization.Seller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How an invoice reads: nothing of it is about whether it has been paid. */
final class InvoicePicture {
    private final Invoice invoice;
    private final Seller seller;
    private final DocumentParty buyer;
    private final Formats formats;
    private final boolean inclusive;

    private InvoicePicture(Invoice invoice, Seller seller) {
        this.invoice = invoice;
        this.seller = seller;
        this.buyer = requireNonNull(invoice.buyer());
        this.formats = Formats.of(Objects.requireNonNullElse(buyer.locale(), "en"));
        this.inclusive = invoice.lines().stream().anyMatch(line -> line.gross() != null);
    }

    /** A posted invoice with its lines, tax rows and parties. */
    static DocumentPicture of(Invoice invoice, Seller seller) {
        return new InvoicePicture(invoice, seller).picture();
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
        var days = line.days() == null ? null : formats.days(line.days());
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(line.description(), days));
        cells.add(Cell.of(formats.number(line.quantity())));
        cells.add(Cell.of(formats.price(line.unitPrice().amount(), line.net())));
        cells.add(Cell.of(rate(line)));
        cells.add(Cell.of(formats.amount(line.net())));
        if (inclusive) {
            cells.add(Cell.of(formats.amount(line.gross() == null ? line.net() : line.gross())));
        }
        return cells;
    }

    /** The whole wording of a rate stands with the sums; in a line the percentage is enough. */
    private String rate(InvoiceLine line) {
        var rates = line.why().rates();
        return rates.isEmpty()
                ? "–"
                : String.join(
                        " + ",
                        rates.stream().map(rate -> formats.number(rate.percent()) + " %").toList());
    }

    private List<Fact> sums() {
        return sums(invoice.taxRows(), formats.money(invoice.net()), formats);
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
        var sections = new ArrayList<Section>();
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
