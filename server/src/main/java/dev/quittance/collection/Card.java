package dev.quittance.collection;

import dev.quittance.payments.PaymentGateway;

/** A card that can be charged, by the token its gateway gave for it. */
record Card(PaymentGateway gateway, String token, String label) {}
