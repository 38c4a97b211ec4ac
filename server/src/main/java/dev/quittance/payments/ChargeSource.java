package dev.quittance.payments;

/** What the money of a charge is taken from. */
public sealed interface ChargeSource {

    /**
     * A card that the payer has just entered.
     *
     * @param token what the gateway's own fields in the browser answered
     * @param keep whether the gateway is to remember it for later charges, as the payer wished
     */
    record EnteredCard(String token, boolean keep) implements ChargeSource {}

    /**
     * A method that the gateway remembers.
     *
     * @param reference under which it does
     * @param payerPresent whether the payer is there to answer the bank
     */
    record KeptMethod(String reference, boolean payerPresent) implements ChargeSource {}
}
