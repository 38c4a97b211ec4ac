package dev.quittance.payments;

/** A card that a gateway remembers since a payment, as the payer wished. */
public record KeptCard(String gateway, RememberedMethod method) {}
