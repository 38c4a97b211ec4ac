package dev.quittance.messaging;

import dev.quittance.messaging.Letter.Action;
import dev.quittance.payments.Decline;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the letters about payments that come before what they are for. */
record DraftChargeLetters(Letters letters) {

    /**
     * What they tell.
     *
     * @param amount that is charged, tax included
     * @param declined why it was declined
     */
    record Tried(
            String id,
            String customer,
            String plan,
            Money amount,
            String method,
            @Nullable Decline declined) {}

    Letter confirm(Tried tried) {
        return letters.letter(
                words().say("trial.confirm.subject", letters.merchant()),
                List.of(
                        letters.hello(tried.customer()),
                        words().say(
                                        "trial.confirm",
                                        tried.plan(),
                                        words().amount(tried.amount()),
                                        tried.method()),
                        words().say("trial.confirm.until")),
                new Action(words().say("trial.confirm.action"), portal(tried)));
    }

    Letter expired(Tried tried) {
        return letters.letter(
                words().say("trial.expired.subject", tried.plan()),
                List.of(
                        letters.hello(tried.customer()),
                        words().say(
                                        "trial.expired",
                                        tried.plan(),
                                        words().amount(tried.amount()),
                                        tried.method(),
                                        tried.declined() == null
                                                ? ""
                                                : words().why(tried.declined()))
                                .replace("  ", " "),
                        words().say("trial.expired.on")),
                new Action(words().say("portal.see"), portal(tried)));
    }

    Letter unconfirmed(Tried tried) {
        return letters.letter(
                words().say("act.unconfirmed.subject", tried.plan()),
                List.of(
                        letters.hello(tried.customer()),
                        words().say(
                                        "act.unconfirmed",
                                        tried.plan(),
                                        words().amount(tried.amount()),
                                        tried.method()),
                        words().say("act.unconfirmed.again")),
                new Action(words().say("portal.see"), portal(tried)));
    }

    private Wording words() {
        return letters.words();
    }

    private String portal(Tried tried) {
        return letters.portal("/subscriptions/" + tried.id());
    }
}
