package dev.quittance.documents;

import dev.quittance.documents.DocumentLink.ReaderKind;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Links to PDFs. A link is a capability for one document and one reader, good for five minutes: it
 * opens only with the session or the API client it was made for.
 */
@Service
public class DocumentLinks {
    /** How long a link opens. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final String PURPOSE = "document-link";
    private static final int SIGNATURE = 32;

    private final Hmac hmac;
    private final Clock clock;

    @Autowired
    DocumentLinks(Hmac hmac) {
        this(hmac, Clock.systemUTC());
    }

    DocumentLinks(Hmac hmac, Clock clock) {
        this.hmac = hmac;
        this.clock = clock;
    }

    /**
     * The path of a link for {@code caller}, relative to the server; null for callers that have
     * neither a session nor a client. Whether the caller may read the document is the asker's to
     * check.
     */
    public @Nullable String url(DocumentKind kind, UUID document, UUID customer, Caller caller) {
        var readerKind = readerKind(caller);
        var reader = readerKind == ReaderKind.CLIENT ? caller.id() : caller.session();
        if (readerKind == null || reader == null) {
            return null;
        }
        var expires = clock.instant().plus(LIFE);
        var link = new DocumentLink(kind, document, customer, readerKind, reader, expires).bytes();
        var signed = Arrays.copyOf(link, link.length + SIGNATURE);
        System.arraycopy(hmac.sign(PURPOSE, link), 0, signed, link.length, SIGNATURE);
        return "/documents/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** What an unexpired link of ours says; null for every other text. */
    @Nullable DocumentLink open(String token) {
        var signed = decoded(token);
        if (signed.length <= SIGNATURE) {
            return null;
        }
        var bytes = Arrays.copyOf(signed, signed.length - SIGNATURE);
        var signature = Arrays.copyOfRange(signed, bytes.length, signed.length);
        if (!hmac.verify(PURPOSE, bytes, signature)) {
            return null;
        }
        var link = DocumentLink.of(bytes);
        return link != null && clock.instant().isBefore(link.expires()) ? link : null;
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private static @Nullable ReaderKind readerKind(Caller caller) {
        return switch (caller.kind()) {
            case CONTACT -> ReaderKind.PORTAL;
            case STAFF -> ReaderKind.CONSOLE;
            case CLIENT -> ReaderKind.CLIENT;
            case ANONYMOUS, SYSTEM -> null;
        };
    }
}
