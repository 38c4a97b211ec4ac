package dev.quittance.payments;

import org.joda.money.Money;

/** What has become of a charge at the gateway. */
public sealed interface ChargeOutcome {

    /**
     * The money is ours.
     *
     * @param fee what the gateway keeps of it, in its currency; zero if it does not say
     */
    record Succeeded(Money fee) implements ChargeOutcome {}

    /** The payer's bank wants a confirmation at {@code url}. */
    record ActionNeeded(String url) implements ChargeOutcome {}

    /** The outcome will come later, as with bank debits. */
    record Underway() implements ChargeOutcome {}

    /** No money moved, and none will. */
    record Declined(Decline decline) implements ChargeOutcome {}
}
