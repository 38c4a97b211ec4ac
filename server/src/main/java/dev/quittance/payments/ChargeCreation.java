package dev.quittance.payments;

/** What has become of a charge that a gateway was asked to make. No money has moved. */
public sealed interface ChargeCreation {

    /** It is made, under this reference of the gateway's own. */
    record Created(String reference) implements ChargeCreation {}

    /** The gateway will never make it. */
    record NotCreated(Decline decline) implements ChargeCreation {}
}
