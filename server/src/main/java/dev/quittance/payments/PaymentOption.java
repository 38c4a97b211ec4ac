package dev.quittance.payments;

import java.util.List;

/**
 * A way to pay that the portal offers.
 *
 * @param testCards none in a live installation
 */
public record PaymentOption(String gateway, String name, List<TestCard> testCards) {

    /** A card of the sandbox gateway and how it behaves. */
    public record TestCard(String token, String label, String behaviour) {}
}
