package dev.quittance.invoicing;

import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.Formats;
import dev.quittance.organization.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a credit note or a cancellation reads. */
final class CreditNotePicture {
    private final CreditNote note;
    private final Seller seller;
    private final Formats formats;
    private final boolean byQuantity;

    private CreditNotePicture(CreditNote note, Seller seller) {
        this.note = note;
        this.seller = seller;
        this.formats = Formats.of(Objects.requireNonNullElse(note.buyer().locale(), "en"));
        this.byQuantity = note.lines().stream().anyMatch(line -> line.quantity() != null);
    }

    /** A posted one with its lines and tax rows. */
    static DocumentPicture of(CreditNote note, Seller seller) {
        return new CreditNotePicture(note, seller).picture();
    }

    private boolean cancels() {
        return note.kind() == CreditNoteKind.CANCELLATION;
    }

    private DocumentPicture picture() {
        return new DocumentPicture(
                cancels() ? "Cancellation" : "Credit note",
                note.number(),
                note.issuedOn(),
                formats.locale(),
                new Look(seller.accentColor(), seller.logo(), seller.documentFooter()),
                Parties.seller("From", seller),
                Parties.buyer("To", note.buyer()),
                facts(),
                headline(),
                table(),
                sums(),
                new Fact(
                        cancels() ? "Total cancelled" : "Total credited",
                        formats.money(note.total())),
                InvoicePicture.exchanged(
                        note.taxExchange(), note.taxRows(), note.total(), formats));
    }

    private List<Fact> sums() {
        var sums = InvoicePicture.sums(note.taxRows(), formats.money(note.net()), formats);
        InvoicePicture.addRounding(sums, note.cashRounding(), note.rounding(), formats);
        return sums;
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(cancels() ? "Cancellation number" : "Credit note number", note.number()));
        facts.add(new Fact("Issue date", formats.day(note.issuedOn())));
        if (note.invoiceNumber() != null) {
            facts.add(
                    new Fact(cancels() ? "Cancels invoice" : "For invoice", note.invoiceNumber()));
        }
        facts.add(new Fact("Reason", note.reason()));
        return facts;
    }

    private String headline() {
        return cancels()
                ? "Invoice %s is cancelled".formatted(note.invoiceNumber())
                : "%s credited".formatted(formats.money(note.total()));
    }

    private Table table() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Description", byQuantity ? 46 : 60, false));
        if (byQuantity) {
            columns.add(new Column("Quantity", 10, true));
            columns.add(new Column("Unit price", 16, true));
        }
        columns.add(new Column("Tax", byQuantity ? 12 : 20, true));
        columns.add(new Column("Amount", byQuantity ? 16 : 20, true));
        return new Table(columns, note.lines().stream().map(this::row).toList());
    }

    private List<Cell> row(CreditNoteLine line) {
        var cells = new ArrayList<Cell>();
        cells.add(
                new Cell(
                        line.description(),
                        line.days() == null ? null : formats.days(line.days())));
        if (byQuantity) {
            var quantity = line.quantity();
            var price = line.unitPrice();
            cells.add(Cell.of(quantity == null ? "–" : formats.number(quantity)));
            cells.add(Cell.of(price == null ? "–" : formats.price(price.amount(), line.net())));
        }
        cells.add(Cell.of(InvoicePicture.rate(line.why().rates(), formats)));
        cells.add(Cell.of(formats.amount(line.net())));
        return cells;
    }
}
