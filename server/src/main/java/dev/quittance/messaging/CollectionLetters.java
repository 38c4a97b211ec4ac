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
                words().say("failed.subject", owed.number()),
                words().say(
                                "failed.what",
                                amount(owed),
                                owed.number(),
                                told.method(),
                                words().why(told.decline())),
                next(told));
    }

    private String next(FailedCharge told) {
        if (told.retryOn() != null) {
            return words().say("failed.again", words().day(told.retryOn()));
        }
        return words().say(
                        told.decline().kind() == DeclineKind.HARD ? "failed.hard" : "failed.soft");
    }

    Letter unpaid(Unpaid told) {
        var owed = told.owed();
        return letter(
                owed,
                words().say("unpaid.subject", owed.number()),
                words().say("unpaid.what", amount(owed), owed.number()),
                words().say("unpaid." + told.then()));
    }

    Letter reminder(Reminded told) {
        var owed = told.owed();
        return letter(
                owed,
                when(told),
                words().say(
                                told.days() > 0 ? "reminder.after" : "reminder.before",
                                amount(owed),
                                owed.number(),
                                words().day(owed.dueOn())),
                words().say("reminder.paid"));
    }

    private String when(Reminded told) {
        var number = told.owed().number();
        if (told.days() == 0) {
            return words().say("reminder.today.subject", number);
        }
        return words().say(
                        told.days() < 0 ? "reminder.before.subject" : "reminder.after.subject",
                        number,
                        Math.abs(told.days()));
    }

    private Letter letter(Owed owed, String subject, String what, String next) {
        return letters.letter(
                subject,
                List.of(letters.hello(owed.customer()), what, next),
                new Action(words().say("portal.pay"), letters.portal("/invoices/" + owed.id())));
    }

    private Wording words() {
        return letters.words();
    }

    private String amount(Owed owed) {
        return words().amount(owed.due());
    }
}
