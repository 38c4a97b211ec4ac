package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.platform.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.joda.money.format.MoneyFormatter;
import org.joda.money.format.MoneyFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters of one merchant.
 *
 * @param merchant the name customers know
 * @param home where the web applications are
 */
record Letters(String merchant, String home) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final MoneyFormatter AMOUNT =
            new MoneyFormatterBuilder()
                    .appendCurrencyCode()
                    .appendLiteral(" ")
                    .appendAmountLocalized()
                    .toFormatter(Locale.ENGLISH);

    /** What a letter about an invoice tells of it. */
    record Bill(
            String id,
            String number,
            String customer,
            Money total,
            Money due,
            @Nullable LocalDate dueOn) {}

    /** What a letter about a payment tells of it. */
    record Receipt(
            String id,
            String number,
            String customer,
            Money amount,
            LocalDate paidOn,
            String method,
            List<String> invoices) {}

    Letter invoice(Bill bill) {
        return new Letter(
                merchant,
                "Invoice %s from %s".formatted(bill.number(), merchant),
                List.of(
                        hello(bill.customer()),
                        "Attached you find invoice %s over %s. %s"
                                .formatted(bill.number(), AMOUNT.print(bill.total()), due(bill))),
                new Action("See and pay it in the portal", portal("/invoices/" + bill.id())));
    }

    private static String due(Bill bill) {
        if (bill.due().isZero()) {
            return "It is paid; nothing is left to do.";
        }
        var rest =
                bill.due().isEqual(bill.total())
                        ? ""
                        : " %s of it is still open.".formatted(AMOUNT.print(bill.due()));
        return bill.dueOn() == null
                ? rest.strip()
                : "It is due on %s.%s".formatted(DAY.format(bill.dueOn()), rest);
    }

    Letter receipt(Receipt receipt) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(hello(receipt.customer()));
        paragraphs.add(
                "Thank you. We received %s on %s by %s; the receipt %s is attached."
                        .formatted(
                                AMOUNT.print(receipt.amount()),
                                DAY.format(receipt.paidOn()),
                                receipt.method(),
                                receipt.number()));
        if (!receipt.invoices().isEmpty()) {
            paragraphs.add("It was used for %s.".formatted(invoices(receipt.invoices())));
        }
        return new Letter(
                merchant,
                "Receipt %s from %s".formatted(receipt.number(), merchant),
                paragraphs,
                new Action("See it in the portal", portal("/payments/" + receipt.id())));
    }

    /** Tells the merchant that somebody paid. */
    Letter paymentNotice(Receipt receipt) {
        return new Letter(
                merchant,
                "%s paid %s".formatted(receipt.customer(), AMOUNT.print(receipt.amount())),
                List.of(
                        "%s paid %s on %s by %s%s."
                                .formatted(
                                        receipt.customer(),
                                        AMOUNT.print(receipt.amount()),
                                        DAY.format(receipt.paidOn()),
                                        receipt.method(),
                                        receipt.invoices().isEmpty()
                                                ? ""
                                                : ", for " + invoices(receipt.invoices()))),
                new Action("See it in the console", console("/payments/" + receipt.id())));
    }

    Letter staffInvitation(String name) {
        return new Letter(
                merchant,
                "Your access to %s".formatted(merchant),
                List.of(
                        hello(name),
                        "You are invited to work in the billing console of %s. Choose a password to sign in. The link works once, for three days."
                                .formatted(merchant)),
                new Action("Choose a password", Letter.LINK));
    }

    /**
     * @param known whether the person signs in to the portal already, for another customer
     */
    Letter contactInvitation(String name, String customer, boolean known) {
        return new Letter(
                merchant,
                "Your customer portal at %s".formatted(merchant),
                List.of(
                        hello(name),
                        "In the customer portal of %s you see the subscriptions, invoices and payments of %s, and pay online. %s"
                                .formatted(
                                        merchant,
                                        customer,
                                        known
                                                ? "Sign in with the password you have."
                                                : "Choose a password to sign in. The link works once, for three days.")),
                new Action(known ? "Sign in" : "Choose a password", Letter.LINK));
    }

    Letter passwordReset(String name) {
        return new Letter(
                merchant,
                "A new password for %s".formatted(merchant),
                List.of(
                        hello(name),
                        "Somebody, most probably you, asked for a new password. The link works once, for one hour. If it was not you, do nothing: your password stays as it is."),
                new Action("Choose a new password", Letter.LINK));
    }

    Letter passwordReplaced(String name) {
        return new Letter(
                merchant,
                "Your password at %s was changed".formatted(merchant),
                List.of(
                        hello(name),
                        "Your password was changed just now. If it was not you, ask for a new one on the sign-in page at once and tell us."),
                null);
    }

    static Letters of(String merchant, Settings settings) {
        return new Letters(merchant, settings.publicUrl().toString().replaceAll("/+$", ""));
    }

    private String portal(String path) {
        return home + "/portal" + path;
    }

    private String console(String path) {
        return home + "/console" + path;
    }

    private static String hello(String name) {
        return "Hello %s,".formatted(name);
    }

    private static String invoices(List<String> numbers) {
        return (numbers.size() == 1 ? "invoice " : "invoices ") + String.join(", ", numbers);
    }
}
