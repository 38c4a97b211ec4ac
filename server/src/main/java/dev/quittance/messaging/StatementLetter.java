package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * What a letter with a statement of account tells of it.
 *
 * @param closing owed on the last day
 */
record StatementLetter(String customer, LocalDate from, LocalDate to, Money closing) {

    Letter written(Letters letters) {
        var words = letters.words();
        return letters.letter(
                words.say("statement.subject", letters.merchant()),
                List.of(
                        letters.hello(customer),
                        words.say(
                                "statement.attached", words.day(from), words.day(to), owed(words))),
                new Action(
                        words.say("portal.see"),
                        letters.portal(
                                "/statements?from=%s&to=%s&currency=%s"
                                        .formatted(from, to, closing.getCurrencyUnit()))));
    }

    private String owed(Wording words) {
        if (closing.isZero()) {
            return words.say("statement.nothing");
        }
        return closing.isPositive()
                ? words.say("statement.owed", words.amount(closing))
                : words.say("statement.favor", words.amount(closing.negated()));
    }
}
