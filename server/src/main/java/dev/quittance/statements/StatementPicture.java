package dev.quittance.statements;

import dev.quittance.customers.Customer;
import dev.quittance.documents.DocumentPicture;
import dev.quittance.documents.DocumentPicture.Cell;
import dev.quittance.documents.DocumentPicture.Column;
import dev.quittance.documents.DocumentPicture.Fact;
import dev.quittance.documents.DocumentPicture.Look;
import dev.quittance.documents.DocumentPicture.Section;
import dev.quittance.documents.DocumentPicture.Table;
import dev.quittance.documents.Formats;
import dev.quittance.invoicing.DocumentParty;
import dev.quittance.invoicing.Parties;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Seller;
import dev.quittance.statements.StatementReading.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How a statement reads: what was owed, each row with the balance after it, what is owed now. */
final class StatementPicture {
    private final Statement statement;
    private final List<StatementRow> rows;
    private final Customer customer;
    private final Organization merchant;
    private final Formats formats;

    private StatementPicture(Whole whole, Customer customer, Organization merchant) {
        this.statement = whole.statement();
        this.rows = whole.rows();
        this.customer = customer;
        this.merchant = merchant;
        this.formats = Formats.of(customer.locale());
    }

    static DocumentPicture of(Whole whole, Customer customer, Organization merchant) {
        return new StatementPicture(whole, customer, merchant).picture();
    }

    private DocumentPicture picture() {
        var seller = seller(merchant);
        return new DocumentPicture(
                "Statement of account",
                "%s – %s".formatted(statement.from(), statement.to()),
                statement.to(),
                formats.locale(),
                new Look(merchant.accentColor(), merchant.logo(), merchant.documentFooter()),
                Parties.seller("From", seller),
                Parties.buyer("Account of", buyer(customer)),
                facts(),
                headline(),
                table(),
                sums(),
                new Fact(
                        "Owed on %s".formatted(formats.day(statement.to())),
                        formats.money(statement.closing())),
                sections());
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Period",
                        formats.day(statement.from()) + " – " + formats.day(statement.to())));
        facts.add(new Fact("Currency", statement.currency().getCode()));
        if (customer.externalId() != null) {
            facts.add(new Fact("Customer number", customer.externalId()));
        }
        return facts;
    }

    private String headline() {
        var closing = statement.closing();
        var day = formats.day(statement.to());
        if (closing.isZero()) {
            return "Nothing owed on %s".formatted(day);
        }
        return closing.isPositive()
                ? "%s owed on %s".formatted(formats.money(closing), day)
                : "%s in your favor on %s".formatted(formats.money(closing.negated()), day);
    }

    private Table table() {
        var columns =
                List.of(
                        new Column("Date", 20, false),
                        new Column("Document", 38, false),
                        new Column("Charged", 14, true),
                        new Column("Paid or credited", 14, true),
                        new Column("Balance", 14, true));
        var lines = new ArrayList<List<Cell>>();
        lines.add(
                List.of(
                        Cell.of(formats.day(statement.from())),
                        Cell.of("Opening balance"),
                        Cell.of(""),
                        Cell.of(""),
                        Cell.of(formats.amount(statement.opening()))));
        rows.stream().map(this::line).forEach(lines::add);
        return new Table(columns, lines);
    }

    private List<Cell> line(StatementRow row) {
        return List.of(
                Cell.of(formats.day(row.bookedOn())),
                new Cell(document(row), below(row)),
                Cell.of(amount(row.charge())),
                Cell.of(amount(row.credit())),
                Cell.of(formats.amount(row.balance())));
    }

    private static String document(StatementRow row) {
        return row.number() == null ? row.kind().label() : row.kind().label() + " " + row.number();
    }

    private @Nullable String below(StatementRow row) {
        var parts =
                Stream.of(
                                row.reference(),
                                row.dueOn() == null ? null : "due " + formats.day(row.dueOn()),
                                row.valueOn() == null
                                        ? null
                                        : "value date " + formats.day(row.valueOn()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return parts.isEmpty() ? null : parts;
    }

    private String amount(@Nullable Money money) {
        return money == null ? "" : formats.amount(money);
    }

    private List<Fact> sums() {
        return List.of(
                new Fact("Opening balance", formats.money(statement.opening())),
                new Fact("Charged", formats.money(statement.charged())),
                new Fact("Paid or credited", formats.money(statement.credited().negated())));
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        var aging = statement.aging();
        if (!aging.unpaid().isZero() || !aging.credit().isZero()) {
            sections.add(
                    new Section(
                            "Unpaid on %s, by age".formatted(formats.day(statement.to())),
                            ages(aging),
                            List.of()));
        }
        if (statement.closing().isPositive() && !merchant.bankDetails().isEmpty()) {
            sections.add(
                    new Section(
                            "How to pay by transfer",
                            merchant.bankDetails().stream()
                                    .map(detail -> new Fact(detail.label(), detail.value()))
                                    .toList(),
                            List.of("Please name the numbers of the invoices that you pay.")));
        }
        return sections;
    }

    private List<Fact> ages(StatementAging aging) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Not due yet", formats.money(aging.notDue())));
        facts.add(new Fact("1 to 30 days overdue", formats.money(aging.days30())));
        facts.add(new Fact("31 to 60 days", formats.money(aging.days60())));
        facts.add(new Fact("61 to 90 days", formats.money(aging.days90())));
        facts.add(new Fact("More than 90 days", formats.money(aging.older())));
        if (!aging.credit().isZero()) {
            facts.add(new Fact("Account credit", formats.money(aging.credit().negated())));
        }
        return facts;
    }

    private static Seller seller(Organization merchant) {
        return new Seller(
                merchant.name(),
                merchant.legalName(),
                merchant.address(),
                merchant.taxId(),
                merchant.email(),
                merchant.phone(),
                merchant.website(),
                merchant.accentColor(),
                merchant.bankDetails(),
                merchant.documentFooter(),
                merchant.logo());
    }

    private static DocumentParty buyer(Customer customer) {
        return new DocumentParty(
                customer.name(),
                customer.billingAddress(),
                customer.taxId(),
                customer.email(),
                customer.locale());
    }
}
