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
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    static final MoneyFormatter AMOUNT =
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

    /**
     * What a letter about a credit note or cancellation tells of it.
     *
     * @param invoice the number of what it gives something back of
     */
    record Credit(
            String id,
            String number,
            boolean cancels,
            String customer,
            Money total,
            @Nullable String invoice) {}

    /**
     * What a letter about a refund tells of it.
     *
     * @param payment the id of the payment that is refunded
     * @param failure why it could not be sent
     */
    record Refunded(
            String payment,
            @Nullable String number,
            String receipt,
            String customer,
            Money amount,
            String method,
            @Nullable String failure) {}

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

    Letter creditNote(Credit credit) {
        var what = credit.cancels() ? "Cancellation" : "Credit note";
        return new Letter(
                merchant,
                "%s %s from %s".formatted(what, credit.number(), merchant),
                List.of(hello(credit.customer()), given(credit)),
                new Action("See it in the portal", portal("/credit-notes/" + credit.id())));
    }

    private static String given(Credit credit) {
        var total = AMOUNT.print(credit.total());
        if (credit.cancels()) {
            return "Invoice %s is cancelled. The cancellation %s over %s is attached."
                    .formatted(credit.invoice(), credit.number(), total);
        }
        return credit.invoice() == null
                ? "We credited %s to your account. Credit note %s is attached."
                        .formatted(total, credit.number())
                : "We credited %s of invoice %s. Credit note %s is attached."
                        .formatted(total, credit.invoice(), credit.number());
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

    Letter refund(Refunded refund) {
        return new Letter(
                merchant,
                "Refund %s from %s".formatted(refund.number(), merchant),
                List.of(
                        hello(refund.customer()),
                        "We sent %s of your payment %s back to you (%s). The refund %s is attached. It can take your bank a few days to show it."
                                .formatted(
                                        AMOUNT.print(refund.amount()),
                                        refund.receipt(),
                                        refund.method(),
                                        refund.number())),
                new Action("See it in the portal", portal("/payments/" + refund.payment())));
    }

    /** Tells the merchant that money could not be sent back. */
    Letter refundNotice(Refunded refund) {
        return new Letter(
                merchant,
                "A refund of %s to %s failed"
                        .formatted(AMOUNT.print(refund.amount()), refund.customer()),
                List.of(
                        "%s of payment %s could not be sent back to %s. %s It is account credit again."
                                .formatted(
                                        AMOUNT.print(refund.amount()),
                                        refund.receipt(),
                                        refund.customer(),
                                        refund.failure())),
                new Action("See it in the console", console("/payments/" + refund.payment())));
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

    String portal(String path) {
        return home + "/portal" + path;
    }

    private String console(String path) {
        return home + "/console" + path;
    }

    static String hello(String name) {
        return "Hello %s,".formatted(name);
    }

    private static String invoices(List<String> numbers) {
        return (numbers.size() == 1 ? "invoice " : "invoices ") + String.join(", ", numbers);
    }
}
