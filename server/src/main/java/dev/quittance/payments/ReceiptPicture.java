package dev.quittance.payments;

import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Party;
import dev.quittance.documents.DocumentPicture.Section;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.Formats;
import dev.quittance.invoicing.DocumentParty;
import dev.quittance.organization.Address;
import dev.quittance.organization.Seller;
import dev.quittance.payments.Receipt.Paid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
                seller(seller),
                buyer(receipt.buyer()),
                facts(receipt, formats),
                "%s received on %s, thank you"
                        .formatted(formats.money(receipt.amount()), formats.day(receipt.paidOn())),
                table(receipt, formats),
                sums(receipt, formats),
                new Fact("Amount received", formats.money(receipt.amount())),
                List.of(
                        new Section(
                                "About this receipt",
                                List.of(),
                                List.of("This receipt is not an invoice and shows no tax."))));
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

    private static Party seller(Seller seller) {
        return new Party(
                "Received by",
                seller.legalName(),
                lines(seller.address(), seller.taxId(), seller.email()));
    }

    private static Party buyer(DocumentParty buyer) {
        return new Party(
                "Received from",
                buyer.name(),
                lines(buyer.address(), buyer.taxId(), buyer.email()));
    }

    private static List<String> lines(
            @Nullable Address address, @Nullable String taxId, @Nullable String email) {
        var lines = new ArrayList<@Nullable String>();
        if (address != null) {
            lines.add(address.name());
            lines.add(address.line1());
            lines.add(address.line2());
            lines.add(joined(address.postalCode(), address.city(), address.region()));
            lines.add(Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH));
        }
        lines.add(taxId == null ? null : "Tax ID " + taxId);
        lines.add(email);
        return lines.stream().filter(Objects::nonNull).toList();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
