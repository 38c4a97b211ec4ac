package dev.quittance.messaging;

import static dev.quittance.messaging.Letters.AMOUNT;
import static dev.quittance.messaging.Letters.DAY;

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
        return new Letter(
                letters.merchant(),
                "Statement of account from %s".formatted(letters.merchant()),
                List.of(
                        Letters.hello(customer),
                        "Attached you find your statement of account from %s to %s. %s"
                                .formatted(DAY.format(from), DAY.format(to), owed())),
                new Action(
                        "See it in the portal",
                        letters.portal(
                                "/statements?from=%s&to=%s&currency=%s"
                                        .formatted(from, to, closing.getCurrencyUnit()))));
    }

    private String owed() {
        if (closing.isZero()) {
            return "Nothing was owed on the last day.";
        }
        return closing.isPositive()
                ? "%s was owed on the last day.".formatted(AMOUNT.print(closing))
                : "%s was in your favor on the last day."
                        .formatted(AMOUNT.print(closing.negated()));
    }
}
