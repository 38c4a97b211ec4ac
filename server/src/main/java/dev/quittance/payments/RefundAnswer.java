package dev.quittance.payments;

/** What has become of a refund at the gateway, with the gateway's reference of it. */
public sealed interface RefundAnswer {
    String reference();

    /** The money is back. */
    record Refunded(String reference) implements RefundAnswer {}

    /** The outcome will come later. */
    record Returning(String reference) implements RefundAnswer {}

    /** No money went back, and none will. */
    record NotRefunded(String reference, RefundFailure failure) implements RefundAnswer {}
}
