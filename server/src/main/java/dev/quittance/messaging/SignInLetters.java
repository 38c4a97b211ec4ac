package dev.quittance.messaging;

import dev.quittance.identity.Login;
import dev.quittance.identity.Logins;
import dev.quittance.identity.OneTimeLinks;
import dev.quittance.identity.Purpose;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes to people about their sign-in, to contacts in their customer's language. The one-time link
 * is made here, while the letter is written; each of these events is heard once, and the same
 * person may well ask twice.
 */
@Component
class SignInLetters {
    private static final String ENGLISH = "en";

    private final Logins logins;
    private final OneTimeLinks links;
    private final Organizations organizations;
    private final Settings settings;
    private final Mails mails;
    private final MailFacts facts;

    SignInLetters(
            Logins logins,
            OneTimeLinks links,
            Organizations organizations,
            Settings settings,
            Mails mails,
            MailFacts facts) {
        this.logins = logins;
        this.links = links;
        this.organizations = organizations;
        this.settings = settings;
        this.mails = mails;
        this.facts = facts;
    }

    /** A letter to one person; what it says may depend on the link. */
    interface Text {
        Letter of(Letters letters, Login login, String link);
    }

    /** Writes a letter with a one-time link. */
    Mono<Void> withLink(UUID login, Purpose purpose, @Nullable UUID customer, Text text) {
        return links.issue(login, purpose)
                .flatMap(
                        link ->
                                write(
                                        login,
                                        purpose.name(),
                                        link,
                                        customer,
                                        letters -> found -> text.of(letters, found, link)));
    }

    /** Writes a letter without one. */
    Mono<Void> plain(UUID login, String about, Function<Letters, Function<Login, Letter>> text) {
        return write(login, about, null, null, text);
    }

    private Mono<Void> write(
            UUID login,
            String about,
            @Nullable String link,
            @Nullable UUID customer,
            Function<Letters, Function<Login, Letter>> text) {
        return Mono.zip(
                        logins.get(login),
                        organizations.current(),
                        facts.language(login, customer).defaultIfEmpty(ENGLISH))
                .map(
                        t ->
                                new NewMail(
                                        "%s:%s".formatted(about, Ids.next()),
                                        List.of(t.getT1().email()),
                                        text.apply(
                                                        Letters.of(t.getT2().name(), settings)
                                                                .in(t.getT3()))
                                                .apply(t.getT1()),
                                        link,
                                        customer,
                                        null,
                                        null))
                .flatMap(mails::write);
    }
}
