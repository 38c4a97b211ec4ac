package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import java.util.UUID;

/**
 * A document that goes with a mail.
 *
 * @param size in bytes
 */
record MailAttachment(DocumentKind kind, UUID document, UUID customer, String fileName, int size) {}
