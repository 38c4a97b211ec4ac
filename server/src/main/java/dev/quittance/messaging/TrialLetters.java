package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the letters about the first payment after a trial. */
record TrialLetters(Letters letters) {

    /**
     * What they tell.
     *
     * @param amount that is charged, tax included
     * @param declined why it was declined, fit for the payer
     */
    record Tried(
            String id,
            String customer,
            String plan,
            Money amount,
            String method,
            @Nullable String declined) {}

    Letter confirm(Tried tried) {
        return new Letter(
                letters.merchant(),
                "Please confirm your payment to %s".formatted(letters.merchant()),
                List.of(
                        Letters.hello(tried.customer()),
                        "Your trial of %s is over. To go on, %s is charged to %s, and your bank wants you to confirm that."
                                .formatted(
                                        tried.plan(),
                                        Letters.AMOUNT.print(tried.amount()),
                                        tried.method()),
                        "Please do so within a day. Otherwise the trial expires, and nothing is charged."),
                new Action("Confirm it in the portal", portal(tried)));
    }

    Letter expired(Tried tried) {
        return new Letter(
                letters.merchant(),
                "Your trial of %s has expired".formatted(tried.plan()),
                List.of(
                        Letters.hello(tried.customer()),
                        "Your trial of %s is over, and %s could not be charged to %s. %s Nothing was charged."
                                .formatted(
                                        tried.plan(),
                                        Letters.AMOUNT.print(tried.amount()),
                                        tried.method(),
                                        tried.declined() == null ? "" : tried.declined())
                                .replace("  ", " "),
                        "In the portal you see how you can go on."),
                new Action("See it in the portal", portal(tried)));
    }

    private String portal(Tried tried) {
        return letters.portal("/subscriptions/" + tried.id());
    }
}
