package dev.quittance.payments;

/** What has become of the wish that a gateway remember a card. */
public sealed interface SetupOutcome {

    /** It does, and can charge it without the payer. */
    record Remembered(RememberedMethod method) implements SetupOutcome {}

    /** The payer's bank wants a confirmation at {@code url}; it takes no money. */
    record ConfirmationNeeded(String reference, String url) implements SetupOutcome {}

    /** It does not, and never will. */
    record SetupRefused(Decline decline) implements SetupOutcome {}
}
