package dev.quittance.organization;

/**
 * What reverse charge is called on documents in one language.
 *
 * @param language a tag: {@code de}, {@code de-CH}
 */
public record ReverseChargeWording(String language, String text) {}
