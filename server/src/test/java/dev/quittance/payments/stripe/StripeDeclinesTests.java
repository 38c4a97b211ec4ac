package dev.quittance.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.StripeError;
import dev.quittance.payments.Decline;
import dev.quittance.payments.DeclineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeDeclinesTests {

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    CODE,                                  DECLINE CODE,            DECLINE,              KIND
                    card_declined,                         insufficient_funds,      INSUFFICIENT_FUNDS,   SOFT
                    card_declined,                         generic_decline,         REFUSED,              SOFT
                    card_declined,                         do_not_honor,            REFUSED,              SOFT
                    card_declined,                         stolen_card,             LOST_OR_STOLEN,       HARD
                    card_declined,                         fraudulent,              LOST_OR_STOLEN,       HARD
                    card_declined,                         issuer_not_available,    BANK_UNREACHABLE,     SOFT
                    card_declined,                         card_not_supported,      NOT_SUPPORTED,        HARD
                    card_declined,                         -,                       REFUSED,              SOFT
                    expired_card,                          expired_card,            EXPIRED,              HARD
                    incorrect_cvc,                         incorrect_cvc,           WRONG_DETAILS,        HARD
                    processing_error,                      -,                       BANK_UNREACHABLE,     SOFT
                    authentication_required,               authentication_required, CONFIRMATION_NEEDED,  SOFT
                    payment_intent_authentication_failure, -,                       CONFIRMATION_REFUSED, SOFT
                    -,                                     -,                       REFUSED,              SOFT
                    """)
    void aCodeSaysWhetherAnotherTryMakesSense(
            String code, String declineCode, Decline decline, DeclineKind kind) {
        var error = new StripeError();
        error.setCode(code);
        error.setDeclineCode(declineCode);

        assertThat(StripeDeclines.of(error)).isEqualTo(decline);
        assertThat(decline.kind()).isEqualTo(kind);
    }

    @Test
    void whatWasNeverTriedWasNotConfirmed() {
        assertThat(StripeDeclines.of(null)).isEqualTo(Decline.NOT_CONFIRMED);
    }

    @Test
    void aRequestThatMayComeToSomethingLaterIsNoDecline() {
        var error = new StripeError();
        error.setCode("parameter_unknown");
        error.setParam("confirm");

        assertThat(StripeDeclines.ofRefusal(error)).isEmpty();
        assertThat(StripeDeclines.ofRefusal(null)).isEmpty();
    }
}
