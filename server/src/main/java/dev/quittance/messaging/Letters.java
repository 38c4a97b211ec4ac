package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.platform.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters of one merchant.
 *
 * @param merchant the name customers know
 * @param home where the web applications are
 * @param words of letters to customers; what the merchant's own people get is English
 */
record Letters(String merchant, String home, Wording words) {

    /**
     * What a letter about an invoice tells of it.
     *
     * @param late what it is a late fee for
     */
    record Bill(
            String id,
            String number,
            String customer,
            Money total,
            Money due,
            @Nullable LocalDate dueOn,
            @Nullable Late late) {}

    /** An invoice, by its number, that was so many days overdue. */
    record Late(String number, int days) {}

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
        var paragraphs = new ArrayList<String>();
        paragraphs.add(hello(bill.customer()));
        paragraphs.add(
                words.say("invoice.attached", bill.number(), words.amount(bill.total()), due(bill))
                        .strip());
        var late = bill.late();
        if (late != null) {
            paragraphs.add(words.say("invoice.late", late.number(), late.days()));
        }
        return letter(
                words.say("invoice.subject", bill.number(), merchant),
                paragraphs,
                new Action(words.say("portal.pay"), portal("/invoices/" + bill.id())));
    }

    private String due(Bill bill) {
        if (bill.due().isZero()) {
            return words.say("invoice.paid");
        }
        var due = bill.dueOn() == null ? "" : words.say("invoice.due", words.day(bill.dueOn()));
        var rest =
                bill.due().isEqual(bill.total())
                        ? ""
                        : words.say("invoice.rest", words.amount(bill.due()));
        return "%s %s".formatted(due, rest).strip();
    }

    Letter creditNote(Credit credit) {
        var subject = credit.cancels() ? "credit.cancellation" : "credit.subject";
        return letter(
                words.say(subject, credit.number(), merchant),
                List.of(hello(credit.customer()), given(credit)),
                new Action(words.say("portal.see"), portal("/credit-notes/" + credit.id())));
    }

    private String given(Credit credit) {
        var total = words.amount(credit.total());
        var invoice = credit.invoice();
        if (credit.cancels()) {
            return words.say("credit.cancelled", String.valueOf(invoice), credit.number(), total);
        }
        return invoice == null
                ? words.say("credit.account", total, credit.number())
                : words.say("credit.invoice", total, invoice, credit.number());
    }

    Letter receipt(Receipt receipt) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(hello(receipt.customer()));
        paragraphs.add(
                words.say(
                        "receipt.thanks",
                        words.amount(receipt.amount()),
                        words.day(receipt.paidOn()),
                        receipt.method(),
                        receipt.number()));
        if (!receipt.invoices().isEmpty()) {
            paragraphs.add(
                    words.say(
                            receipt.invoices().size() == 1 ? "receipt.invoice" : "receipt.invoices",
                            String.join(", ", receipt.invoices())));
        }
        return letter(
                words.say("receipt.subject", receipt.number(), merchant),
                paragraphs,
                new Action(words.say("portal.see"), portal("/payments/" + receipt.id())));
    }

    /** Tells the merchant that somebody paid. */
    Letter paymentNotice(Receipt receipt) {
        return english(
                "%s paid %s"
                        .formatted(receipt.customer(), Wording.ENGLISH.amount(receipt.amount())),
                List.of(
                        "%s paid %s on %s by %s%s."
                                .formatted(
                                        receipt.customer(),
                                        Wording.ENGLISH.amount(receipt.amount()),
                                        Wording.ENGLISH.day(receipt.paidOn()),
                                        receipt.method(),
                                        receipt.invoices().isEmpty()
                                                ? ""
                                                : ", for " + invoices(receipt.invoices()))),
                new Action("See it in the console", console("/payments/" + receipt.id())));
    }

    Letter refund(Refunded refund) {
        return letter(
                words.say("refund.subject", String.valueOf(refund.number()), merchant),
                List.of(
                        hello(refund.customer()),
                        words.say(
                                "refund.sent",
                                words.amount(refund.amount()),
                                refund.receipt(),
                                refund.method(),
                                String.valueOf(refund.number()))),
                new Action(words.say("portal.see"), portal("/payments/" + refund.payment())));
    }

    /** Tells the merchant that money could not be sent back. */
    Letter refundNotice(Refunded refund) {
        return english(
                "A refund of %s to %s failed"
                        .formatted(Wording.ENGLISH.amount(refund.amount()), refund.customer()),
                List.of(
                        "%s of payment %s could not be sent back to %s. %s It is account credit again."
                                .formatted(
                                        Wording.ENGLISH.amount(refund.amount()),
                                        refund.receipt(),
                                        refund.customer(),
                                        refund.failure())),
                new Action("See it in the console", console("/payments/" + refund.payment())));
    }

    Letter staffInvitation(String name) {
        return english(
                "Your access to %s".formatted(merchant),
                List.of(
                        greeting(name),
                        "You are invited to work in the billing console of %s. Choose a password to sign in. The link works once, for three days."
                                .formatted(merchant)),
                new Action("Choose a password", Letter.LINK));
    }

    /**
     * @param known whether the person signs in to the portal already, for another customer
     */
    Letter contactInvitation(String name, String customer, boolean known) {
        return letter(
                words.say("invitation.subject", merchant),
                List.of(
                        hello(name),
                        words.say("invitation.portal", merchant, customer),
                        words.say(known ? "invitation.known" : "invitation.choose")),
                new Action(
                        words.say(known ? "invitation.sign.in" : "invitation.password"),
                        Letter.LINK));
    }

    Letter passwordReset(String name) {
        return letter(
                words.say("reset.subject", merchant),
                List.of(hello(name), words.say("reset.asked")),
                new Action(words.say("reset.choose"), Letter.LINK));
    }

    Letter passwordReplaced(String name) {
        return letter(
                words.say("replaced.subject", merchant),
                List.of(hello(name), words.say("replaced.now")),
                null);
    }

    /** In English. */
    static Letters of(String merchant, Settings settings) {
        return new Letters(
                merchant, settings.publicUrl().toString().replaceAll("/+$", ""), Wording.ENGLISH);
    }

    /** The same in a customer's language, where there are words of it. */
    Letters in(String languageTag) {
        return new Letters(merchant, home, Wording.of(languageTag));
    }

    /** A letter to a customer. */
    Letter letter(String subject, List<String> paragraphs, @Nullable Action action) {
        return new Letter(words.locale(), merchant, subject, paragraphs, action);
    }

    private Letter english(String subject, List<String> paragraphs, @Nullable Action action) {
        return new Letter(Locale.ENGLISH, merchant, subject, paragraphs, action);
    }

    String portal(String path) {
        return home + "/portal" + path;
    }

    private String console(String path) {
        return home + "/console" + path;
    }

    String hello(String name) {
        return words.say("hello", name);
    }

    private static String greeting(String name) {
        return Wording.ENGLISH.say("hello", name);
    }

    private static String invoices(List<String> numbers) {
        return (numbers.size() == 1 ? "invoice " : "invoices ") + String.join(", ", numbers);
    }
}
