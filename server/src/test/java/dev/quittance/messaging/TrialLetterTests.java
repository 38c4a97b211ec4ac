package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.messaging.DraftChargeLetters.Tried;
import dev.quittance.payments.Decline;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What customers are told of the first payment after a trial. */
@Tag("T6")
class TrialLetterTests {
    private static final DraftChargeLetters LETTERS =
            new DraftChargeLetters(
                    new Letters("Blue & Kettle", "https://billing.example", Wording.ENGLISH));

    @Test
    void whoIsToConfirmIsToldUntilWhenAndWhere() {
        var letter = LETTERS.confirm(tried(null));

        assertThat(letter.subject()).isEqualTo("Please confirm your payment to Blue & Kettle");
        assertThat(letter.text())
                .contains("Hello Ada,")
                .contains(
                        "Your trial of Gold is over. To go on, USD 38.00 is charged to Visa •••• 4242")
                .contains("within a day")
                .contains("https://billing.example/portal/subscriptions/7");
    }

    @Test
    void whoseTrialHasExpiredIsToldWhy() {
        var letter = LETTERS.expired(tried(Decline.EXPIRED));

        assertThat(letter.subject()).isEqualTo("Your trial of Gold has expired");
        assertThat(letter.text())
                .contains(
                        "USD 38.00 could not be charged to Visa •••• 4242. This card has expired. Use another card. Nothing was charged.")
                .contains("https://billing.example/portal/subscriptions/7");
        assertThat(LETTERS.expired(tried(null)).text())
                .contains("could not be charged to Visa •••• 4242. Nothing was charged.");
    }

    private static Tried tried(@Nullable Decline declined) {
        return new Tried("7", "Ada", "Gold", Money.parse("USD 38.00"), "Visa •••• 4242", declined);
    }
}
