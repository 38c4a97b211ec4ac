package dev.quittance.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written down.
 *
 * @param occasion what it is about, once: a second mail of the same occasion is none
 * @param link the one-time link of its letter, if that has one
 * @param enclosure the document whose PDF is attached
 */
record NewMail(
        String occasion,
        List<String> to,
        Letter letter,
        @Nullable String link,
        @Nullable UUID customer,
        @Nullable UUID invoice,
        @Nullable Enclosure enclosure) {}
