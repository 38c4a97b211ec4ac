package dev.quittance.collection;

import dev.quittance.payments.ChargeSource;
import dev.quittance.payments.PaymentGateway;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card that can be charged.
 *
 * @param owner whose it is, where it is a kept one
 */
record Card(PaymentGateway gateway, ChargeSource source, String label, @Nullable UUID owner) {}
