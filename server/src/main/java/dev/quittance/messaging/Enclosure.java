package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import java.util.UUID;

/** A document whose PDF goes with a mail. */
record Enclosure(DocumentKind kind, UUID document) {}
