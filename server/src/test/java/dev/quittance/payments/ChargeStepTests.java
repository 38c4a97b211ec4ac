package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.PaymentAttempt.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeStepTests {
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    @ParameterizedTest(name = "{0}, try {1}, {2} minutes old: {3}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    STATE,           TRIES, MINUTES, STEP
                    PLANNED,         1,     0,       Create
                    PLANNED,         2,     1,       Recall
                    PLANNED,         9,     1379,    Recall
                    PLANNED,         9,     1380,    Drop
                    CALLING,         1,     0,       Confirm
                    CALLING,         3,     1379,    Confirm
                    CALLING,         3,     1380,    Drop
                    REQUIRES_ACTION, 2,     1379,    Look
                    REQUIRES_ACTION, 2,     1380,    Drop
                    PROCESSING,      2,     10000,   Look
                    """)
    void goesOnFromWhatWasCommitted(State state, int tries, int minutes, String step) {
        var known = state != State.PLANNED;
        var attempt =
                new PaymentAttempt(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new ChargeOrder(
                                "key",
                                UUID.randomUUID(),
                                NOW,
                                Money.of(CurrencyUnit.USD, 10),
                                new EnteredCard("card", false),
                                "INV-1"),
                        "sandbox",
                        known ? "ref" : null,
                        null,
                        state,
                        tries,
                        NOW.minus(Duration.ofMinutes(minutes)));

        assertThat(ChargeStep.next(attempt, NOW).getClass().getSimpleName()).isEqualTo(step);
    }
}
