package dev.quittance.books;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Hmac;
import dev.quittance.platform.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links to files of the books. A link is a capability for one file and one reader, good for five
 * minutes: it opens only with the session or the API client it was made for.
 */
@Component
class ExportLinks {
    static final String PATH = "/documents/books/";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "books-export-link";

    private final Hmac hmac;
    private final Clock clock = Clock.systemUTC();

    ExportLinks(Hmac hmac) {
        this.hmac = hmac;
    }

    /**
     * What a link says.
     *
     * @param client whether the reader is an API client, not a web session
     */
    record Link(BooksExport.Order order, boolean client, UUID reader, Instant expires) {}

    @Nullable String url(BooksExport.Order order, Caller caller) {
        var client = caller.kind() == Caller.Kind.CLIENT;
        var reader = client ? caller.id() : caller.session();
        if (reader == null) {
            return null;
        }
        var link = JsonText.bytes(new Link(order, client, reader, clock.instant().plus(LIFE)));
        return PATH + text(link) + "." + text(hmac.sign(PURPOSE, link));
    }

    /** What an unexpired link of ours says; null for every other text. */
    @Nullable Link open(String token) {
        try {
            var parts = token.split("\\.", -1);
            var link = Base64.getUrlDecoder().decode(parts[0]);
            if (parts.length != 2
                    || !hmac.verify(PURPOSE, link, Base64.getUrlDecoder().decode(parts[1]))) {
                return null;
            }
            var said = JsonText.read(new String(link, StandardCharsets.UTF_8), Link.class);
            return clock.instant().isBefore(said.expires()) ? said : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
