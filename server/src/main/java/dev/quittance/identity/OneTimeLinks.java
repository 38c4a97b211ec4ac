package dev.quittance.identity;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Settings;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Links that let their holder choose a password, once. They are made while the mail is written, so
 * that no event and no table holds one.
 */
@Service
public class OneTimeLinks {
    private final OneTimeLinkRepository repository;
    private final LoginRepository logins;
    private final String publicUrl;

    OneTimeLinks(OneTimeLinkRepository repository, LoginRepository logins, Settings settings) {
        this.repository = repository;
        this.logins = logins;
        this.publicUrl = settings.publicUrl().toString().replaceAll("/+$", "");
    }

    /**
     * The address to mail; an older one of the same purpose ends. Who has a password already is
     * invited to the sign-in page. The token stands behind the #, which no server's log sees.
     */
    @Transactional
    public Mono<String> issue(UUID login, Purpose purpose) {
        return logins.find(login)
                .filter(found -> found.status() != PersonStatus.DISABLED)
                .switchIfEmpty(Mono.error(() -> new NotFound("login")))
                .flatMap(found -> issue(found, purpose));
    }

    private Mono<String> issue(Login login, Purpose purpose) {
        var home = publicUrl + "/" + login.app().path();
        if (purpose == Purpose.INVITATION && login.status() == PersonStatus.ACTIVE) {
            return Mono.just(home);
        }
        var page =
                switch (purpose) {
                    case INVITATION -> "/accept-invitation";
                    case PASSWORD_RESET -> "/reset-password";
                };
        var token = SecretToken.next();
        return repository
                .keep(login.id(), purpose, SecretToken.hash(token))
                .thenReturn(home + page + "#token=" + token);
    }
}
