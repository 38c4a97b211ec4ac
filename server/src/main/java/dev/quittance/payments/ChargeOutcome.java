package dev.quittance.payments;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What has become of a charge at the gateway. */
public sealed interface ChargeOutcome {

    /**
     * The money is ours.
     *
     * @param fee what the gateway keeps of it, in its currency; zero if it does not say
     * @param kept what the gateway remembers from now on, where that was wished
     */
    record Succeeded(Money fee, @Nullable RememberedMethod kept) implements ChargeOutcome {}

    /** The payer's bank wants a confirmation at {@code url}. */
    record ActionNeeded(String url) implements ChargeOutcome {}

    /** The outcome will come later, as with bank debits. */
    record Underway() implements ChargeOutcome {}

    /** No money moved, and none will. */
    record Declined(Decline decline) implements ChargeOutcome {}
}
