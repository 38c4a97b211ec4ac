package dev.quittance.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail in the hands of the worker.
 *
 * @param tries counting this one
 */
record Envelope(
        UUID id,
        List<String> to,
        String subject,
        String text,
        String html,
        @Nullable UUID invoiceId,
        @Nullable Enclosure enclosure,
        int tries) {
    /** After so many tries the mail is given up. */
    static final int MOST_TRIES = 10;

    /** The mail with its one-time link where it belongs. */
    Envelope with(String link) {
        return new Envelope(
                id,
                to,
                subject,
                text.replace(Letter.LINK, link),
                html.replace(Letter.LINK, HtmlUtils.htmlEscape(link)),
                invoiceId,
                enclosure,
                tries);
    }

    boolean last() {
        return tries >= MOST_TRIES;
    }

    /** How long to wait for the next try: doubling from 30 seconds, 6 hours at most. */
    long pauseSeconds() {
        return Math.min(30L << (tries - 1), 6 * 3600L);
    }
}
