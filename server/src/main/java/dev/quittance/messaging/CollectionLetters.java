package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the letters of one merchant about invoices that are not paid. */
record CollectionLetters(Letters letters) {

    /** What each of them tells of the invoice. */
    record Owed(String id, String number, String customer, Money due, LocalDate dueOn) {}

    /**
     * A charge that was declined.
     *
     * @param retryOn the day of the next try; null when none is planned
     */
    record FailedCharge(Owed owed, String method, Decline decline, @Nullable LocalDate retryOn) {}

    /** An invoice whose last try has passed. */
    record Unpaid(Owed owed, Then then) {
        /** What was done with its subscriptions. */
        enum Then {
            UNPAID,
            CANCEL,
            NOTHING
        }
    }

    /**
     * A reminder.
     *
     * @param days after the due date; below zero before it
     */
    record Reminded(Owed owed, int days) {}

    Letter failed(FailedCharge told) {
        var owed = told.owed();
        return letter(
                owed,
                "Payment for invoice %s did not go through".formatted(owed.number()),
                "We could not charge %s for invoice %s to %s. %s"
                        .formatted(
                                amount(owed),
                                owed.number(),
                                told.method(),
                                told.decline().reason()),
                next(told));
    }

    private static String next(FailedCharge told) {
        if (told.retryOn() != null) {
            return "We will try it again on %s. You can pay the invoice yourself before, or choose another payment method."
                    .formatted(Letters.DAY.format(told.retryOn()));
        }
        return told.decline().kind() == DeclineKind.HARD
                ? "Please choose another payment method: it is charged at once. Or pay the invoice yourself."
                : "Please pay the invoice yourself, or choose another payment method.";
    }

    Letter unpaid(Unpaid told) {
        var owed = told.owed();
        return letter(
                owed,
                "Invoice %s is still unpaid".formatted(owed.number()),
                "All our tries to charge %s for invoice %s have failed; we will not try again."
                        .formatted(amount(owed), owed.number()),
                switch (told.then()) {
                    case UNPAID ->
                            "What it is for is not renewed until the invoice is paid. It goes on as soon as you pay.";
                    case CANCEL ->
                            "What it is for was cancelled today. Once the invoice is paid you can reactivate it in the portal.";
                    case NOTHING -> "Please pay the invoice yourself.";
                });
    }

    Letter reminder(Reminded told) {
        var owed = told.owed();
        return letter(
                owed,
                "Reminder: invoice %s %s".formatted(owed.number(), when(told)),
                "%s of invoice %s %s %s. The invoice is attached once more."
                        .formatted(
                                amount(owed),
                                owed.number(),
                                told.days() > 0 ? "have been due since" : "are due on",
                                Letters.DAY.format(owed.dueOn())),
                "If you have paid in the meantime, there is nothing left to do.");
    }

    private static String when(Reminded told) {
        var days = Math.abs(told.days());
        var many = days == 1 ? "1 day" : "%d days".formatted(days);
        if (days == 0) {
            return "is due today";
        }
        return told.days() < 0 ? "is due in " + many : "is %s overdue".formatted(many);
    }

    private Letter letter(Owed owed, String subject, String what, String next) {
        return new Letter(
                letters.merchant(),
                subject,
                List.of(Letters.hello(owed.customer()), what, next),
                new Action(
                        "See and pay it in the portal", letters.portal("/invoices/" + owed.id())));
    }

    private static String amount(Owed owed) {
        return Letters.AMOUNT.print(owed.due());
    }
}
