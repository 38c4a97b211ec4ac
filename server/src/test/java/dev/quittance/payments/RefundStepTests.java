package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done next about a refund, whatever became of the worker before. */
class RefundStepTests {

    @Test
    void theFirstTryAsks() {
        assertThat(RefundStep.next(attempt(null, 1))).isEqualTo(new RefundStep.Ask());
    }

    @Test
    void aLaterOneLooksForWhatTheFirstMayHaveDone() {
        assertThat(RefundStep.next(attempt(null, 2))).isEqualTo(new RefundStep.Recall());
    }

    @Test
    void whatTheGatewayKnowsIsLookedAt() {
        assertThat(RefundStep.next(attempt("sbr_1", 1))).isEqualTo(new RefundStep.Look("sbr_1"));
    }

    private static RefundAttempt attempt(@Nullable String reference, int tries) {
        var order = new RefundOrder("refund-1", "sbx_1", Money.ofMinor(CurrencyUnit.USD, 100));
        return new RefundAttempt(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), order, "sandbox", reference, tries);
    }
}
