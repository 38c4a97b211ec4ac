package dev.quittance.payments;

import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Section;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.Formats;
import dev.quittance.invoicing.Parties;
import dev.quittance.organization.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the document of a refund reads: what went back, how, of which payment and why. */
interface RefundPicture {

    static DocumentPicture of(RefundPaper paper, Seller seller) {
        var formats = Formats.of(Objects.requireNonNullElse(paper.buyer().locale(), "en"));
        return new DocumentPicture(
                "Refund",
                paper.number(),
                paper.settledOn(),
                formats.locale(),
                new Look(seller.accentColor(), seller.logo(), seller.documentFooter()),
                Parties.seller("Refunded by", seller),
                Parties.buyer("Refunded to", paper.buyer()),
                facts(paper, formats),
                "%s refunded on %s"
                        .formatted(formats.money(paper.amount()), formats.day(paper.settledOn())),
                table(paper, formats),
                List.of(),
                new Fact("Amount refunded", formats.money(paper.amount())),
                List.of(
                        new Section(
                                "About this refund",
                                List.of(),
                                List.of(
                                        "It shows that money went back. It is not a credit note and corrects no tax."))));
    }

    private static List<Fact> facts(RefundPaper paper, Formats formats) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Refund number", paper.number()));
        facts.add(new Fact("Refund date", formats.day(paper.settledOn())));
        if (paper.valueOn() != null) {
            facts.add(new Fact("Value date", formats.day(paper.valueOn())));
        }
        facts.add(new Fact("Refunded by", paper.method().label()));
        if (!paper.methodLabel().equals(paper.method().label())) {
            facts.add(new Fact("Reference", paper.methodLabel()));
        }
        facts.add(new Fact("Reason", paper.reason()));
        return facts;
    }

    private static Table table(RefundPaper paper, Formats formats) {
        return new Table(
                List.of(
                        new Column("Receipt", 4, false),
                        new Column("Paid on", 4, false),
                        new Column("Paid", 3, true),
                        new Column("Refunded", 3, true)),
                List.of(
                        List.of(
                                Cell.of(paper.receipt()),
                                Cell.of(formats.day(paper.paidOn())),
                                Cell.of(formats.amount(paper.paid())),
                                Cell.of(formats.amount(paper.amount())))));
    }
}
