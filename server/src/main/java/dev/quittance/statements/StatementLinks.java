package dev.quittance.statements;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Hmac;
import dev.quittance.platform.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Links to statements as files. A link is a capability for one statement and one reader, good for
 * five minutes: it opens only with the session or the API client it was made for.
 */
@Component
class StatementLinks {
    static final String PATH = "/documents/statements/";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "statement-link";

    private final Hmac hmac;
    private final Clock clock;

    /** In which form. */
    enum Form {
        PDF,
        CSV
    }

    /**
     * What a link says.
     *
     * @param readerKind a contact, a member of staff or an API client
     * @param reader the web session, or the API client
     */
    record Link(
            UUID customer,
            String currency,
            LocalDate from,
            LocalDate to,
            Form form,
            Caller.Kind readerKind,
            UUID reader,
            Instant expires) {

        StatementScope scope() {
            return StatementScope.of(CurrencyUnit.of(currency), new StatementPeriod(from, to));
        }
    }

    @Autowired
    StatementLinks(Hmac hmac) {
        this(hmac, Clock.systemUTC());
    }

    StatementLinks(Hmac hmac, Clock clock) {
        this.hmac = hmac;
        this.clock = clock;
    }

    /** The path for {@code caller}; null for callers that have neither a session nor a client. */
    @Nullable String url(Statement statement, Form form, Caller caller) {
        var reader = caller.kind() == Caller.Kind.CLIENT ? caller.id() : caller.session();
        if (reader == null) {
            return null;
        }
        var link =
                JsonText.bytes(
                        new Link(
                                statement.customer(),
                                statement.currency().getCode(),
                                statement.from(),
                                statement.to(),
                                form,
                                caller.kind(),
                                reader,
                                clock.instant().plus(LIFE)));
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
