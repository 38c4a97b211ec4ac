package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionStatusTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # phase,       collection, cancels, status
                    FUTURE,        CLEAR,      false,   FUTURE
                    FUTURE,        CLEAR,      true,    FUTURE
                    TRIAL,         CLEAR,      true,    TRIAL
                    LIVE,          CLEAR,      false,   LIVE
                    LIVE,          CLEAR,      true,    NON_RENEWING
                    LIVE,          DUNNING,    false,   DUNNING
                    LIVE,          DUNNING,    true,    DUNNING
                    LIVE,          UNPAID,     true,    UNPAID
                    PAUSED,        CLEAR,      true,    PAUSED
                    TRIAL_EXPIRED, CLEAR,      false,   TRIAL_EXPIRED
                    EXPIRED,       CLEAR,      false,   EXPIRED
                    CANCELLED,     CLEAR,      true,    CANCELLED
                    """)
    void theNameIsTheFirstThatHolds(
            SubscriptionPhase phase,
            CollectionState collection,
            boolean cancels,
            SubscriptionStatus status) {
        assertThat(
                        SubscriptionStatus.of(
                                phase, collection, cancels ? LocalDate.of(2027, 3, 1) : null))
                .isEqualTo(status);
    }

    @Test
    void allTenNamesOccur() {
        var found = EnumSet.noneOf(SubscriptionStatus.class);
        for (var phase : SubscriptionPhase.values()) {
            for (var collection : CollectionState.values()) {
                found.add(SubscriptionStatus.of(phase, collection, null));
                found.add(SubscriptionStatus.of(phase, collection, LocalDate.EPOCH));
            }
        }
        assertThat(found).containsExactlyInAnyOrder(SubscriptionStatus.values());
    }
}
