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
import dev.quittance.payments.Receipt.Paid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** How a receipt reads: who paid what, how, and for which invoices. */
interface ReceiptPicture {

    static DocumentPicture of(Receipt receipt, Seller seller) {
        var formats = Formats.of(Objects.requireNonNullElse(receipt.buyer().locale(), "en"));
        return new DocumentPicture(
                "Receipt",
                receipt.number(),
                receipt.paidOn(),
                formats.locale(),
                new Look(seller.accentColor(), seller.logo(), seller.documentFooter()),
                Parties.seller("Received by", seller),
                Parties.buyer("Received from", receipt.buyer()),
                facts(receipt, formats),
                "%s received on %s, thank you"
                        .formatted(formats.money(receipt.amount()), formats.day(receipt.paidOn())),
                table(receipt, formats),
                sums(receipt, formats),
                new Fact("Amount received", formats.money(receipt.amount())),
                List.of(new Section("About this receipt", List.of(), List.of(about(receipt)))));
    }

    private static String about(Receipt receipt) {
        return receipt.purpose() == PaymentPurpose.TOP_UP
                ? "This is an untaxed deposit to the customer's account. It is not an invoice; what it is used"
                        + " for is invoiced by itself."
                : "This receipt is not an invoice and shows no tax.";
    }

    private static List<Fact> facts(Receipt receipt, Formats formats) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Receipt number", receipt.number()));
        facts.add(new Fact("Payment date", formats.day(receipt.paidOn())));
        if (receipt.valueOn() != null) {
            facts.add(new Fact("Value date", formats.day(receipt.valueOn())));
        }
        facts.add(new Fact("Paid by", receipt.method().label()));
        if (!receipt.methodLabel().equals(receipt.method().label())) {
            facts.add(new Fact("Reference", receipt.methodLabel()));
        }
        return facts;
    }

    private static Table table(Receipt receipt, Formats formats) {
        if (receipt.purpose() == PaymentPurpose.TOP_UP) {
            return new Table(
                    List.of(new Column("Description", 11, false), new Column("Paid", 3, true)),
                    List.of(
                            List.of(
                                    Cell.of("Deposit to the account"),
                                    Cell.of(formats.amount(receipt.amount())))));
        }
        return new Table(
                List.of(
                        new Column("Invoice", 4, false),
                        new Column("Issued", 4, false),
                        new Column("Invoice total", 3, true),
                        new Column("Paid", 3, true)),
                receipt.paid().stream().map(paid -> row(receipt, paid, formats)).toList());
    }

    private static List<Cell> row(Receipt receipt, Paid paid, Formats formats) {
        var currency = receipt.amount().getCurrencyUnit();
        return List.of(
                Cell.of(paid.number()),
                Cell.of(formats.day(paid.issuedOn())),
                Cell.of(formats.amount(Money.ofMinor(currency, paid.totalMinor()))),
                Cell.of(formats.amount(Money.ofMinor(currency, paid.paidMinor()))));
    }

    private static List<Fact> sums(Receipt receipt, Formats formats) {
        var credit = receipt.credit();
        return credit.isZero()
                ? List.of()
                : List.of(
                        new Fact("Paid on invoices", formats.money(receipt.amount().minus(credit))),
                        new Fact("Kept as account credit", formats.money(credit)));
    }
}
