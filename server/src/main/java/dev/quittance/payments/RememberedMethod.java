package dev.quittance.payments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card or account as a gateway remembers it for later charges; its number is known to the gateway
 * alone.
 *
 * @param reference the gateway's own
 * @param expiresOn the last day it can be charged; null when it does not expire
 */
public record RememberedMethod(
        String reference, String brand, String lastFour, @Nullable LocalDate expiresOn) {}
