package dev.quittance.platform;

/**
 * What is wrong with one field of an input.
 *
 * @param path within the input, {@code contacts[0].email}
 */
public record FieldFault(String path, String message) {}
