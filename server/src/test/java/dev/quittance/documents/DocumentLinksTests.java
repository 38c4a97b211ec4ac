package dev.quittance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Hmac;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Secrets;
import dev.quittance.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DocumentLinksTests {
    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final UUID DOCUMENT = Ids.next();
    private static final UUID CUSTOMER = Ids.next();
    private static final Hmac HMAC = hmac("a secret that only these tests know of");

    @Test
    void aLinkSaysWhoMayReadWhatUntilWhen() {
        var caller = caller(Caller.Kind.CONTACT);

        var link = at(NOW).open(token(caller));

        assertThat(link)
                .isEqualTo(
                        new DocumentLink(
                                DocumentKind.INVOICE,
                                DOCUMENT,
                                CUSTOMER,
                                DocumentLink.ReaderKind.PORTAL,
                                Objects.requireNonNull(caller.session()),
                                NOW.plus(DocumentLinks.LIFE)));
    }

    @Test
    void afterFiveMinutesItOpensNoMore() {
        var token = token(caller(Caller.Kind.STAFF));

        assertThat(at(NOW.plus(Duration.ofSeconds(299))).open(token)).isNotNull();
        assertThat(at(NOW.plus(Duration.ofSeconds(300))).open(token)).isNull();
    }

    @Test
    void whateverIsChangedItOpensNoMore() {
        var token = token(caller(Caller.Kind.CLIENT));

        for (var i = 0; i < token.length(); i++) {
            var letter = token.charAt(i) == 'A' ? 'B' : 'A';
            var changed = token.substring(0, i) + letter + token.substring(i + 1);
            assertThat(at(NOW).open(changed)).as(changed).isNull();
        }
        assertThat(at(NOW).open("")).isNull();
        assertThat(at(NOW).open("%%%")).isNull();
        assertThat(at(NOW).open("A".repeat(200))).isNull();
        assertThat(at(NOW).open(token + token)).isNull();
    }

    @Test
    void anotherInstallationsLinkDoesNotOpen() {
        var others = new DocumentLinks(hmac("a secret that somebody else knows of"), clock(NOW));

        assertThat(others.open(token(caller(Caller.Kind.STAFF)))).isNull();
    }

    @Test
    void whoHasNeitherSessionNorClientGetsNone() {
        assertThat(at(NOW).url(DocumentKind.INVOICE, DOCUMENT, CUSTOMER, Caller.ANONYMOUS))
                .isNull();
        assertThat(at(NOW).url(DocumentKind.INVOICE, DOCUMENT, CUSTOMER, Caller.SYSTEM)).isNull();
    }

    private static String token(Caller caller) {
        var url = at(NOW).url(DocumentKind.INVOICE, DOCUMENT, CUSTOMER, caller);
        assertThat(url).startsWith("/documents/");
        return Objects.requireNonNull(url).substring("/documents/".length());
    }

    private static DocumentLinks at(Instant now) {
        return new DocumentLinks(HMAC, clock(now));
    }

    private static Hmac hmac(String master) {
        var source = new MapConfigurationPropertySource(Map.of("quittance.secrets.master", master));
        return new Hmac(new Secrets(new Binder(source).bindOrCreate("quittance", Settings.class)));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Caller caller(Caller.Kind kind) {
        return new Caller(kind, Ids.next(), "Connie", Set.of(), null, Ids.next());
    }
}
