package dev.quittance.documents;

import java.util.UUID;

/** The PDF of a posted document. */
public record DocumentFile(UUID document, UUID customer, String fileName, byte[] pdf) {}
