package dev.quittance.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to pay that the portal offers.
 *
 * @param testCards none in a live installation
 * @param publishableKey with which the gateway's own fields are shown in the browser; null where it
 *     has none
 */
public record PaymentOption(
        String gateway, String name, List<TestCard> testCards, @Nullable String publishableKey) {

    /** A card of the sandbox gateway and how it behaves. */
    public record TestCard(String token, String label, String behaviour) {}
}
