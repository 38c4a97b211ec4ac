package dev.quittance.methods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card or account that a customer keeps for payments.
 *
 * @param reference under which the gateway remembers it
 * @param expiresOn the last day it can be charged; null when it does not expire
 * @param name what the customer calls it
 * @param isDefault whether it is the one offered first
 */
public record PaymentMethod(
        UUID id,
        UUID customer,
        String gateway,
        String reference,
        String brand,
        String lastFour,
        @Nullable LocalDate expiresOn,
        @Nullable String name,
        boolean isDefault,
        Instant createdAt) {

    /** {@code Visa •••• 4242}. */
    public String label() {
        return "%s •••• %s".formatted(brand, lastFour);
    }
}
