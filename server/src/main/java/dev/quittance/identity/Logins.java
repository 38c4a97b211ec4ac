package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The sign-ins of people: who is invited, and how they are called. */
@Service
public class Logins {
    private final LoginRepository repository;
    private final StaffKeeping staff;
    private final PasswordKeeping passwords;

    Logins(LoginRepository repository, StaffKeeping staff, PasswordKeeping passwords) {
        this.repository = repository;
        this.staff = staff;
        this.passwords = passwords;
    }

    /** The login, if there is one of this id. */
    public Mono<Login> get(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("login")));
    }

    /**
     * Invites somebody to the console by mail; whoever has not accepted yet is invited again.
     * Refuses an address that somebody signs in with already.
     */
    @Transactional
    public Mono<StaffUser> inviteStaff(String name, String email, StaffRole role) {
        var faults = new Faults();
        var cleaned = Texts.name(faults, "name", name, Staff.LONGEST_NAME);
        var address = address(faults, email);
        faults.orThrow();
        return repository
                .add(Ids.next(), App.CONSOLE, address, cleaned, role)
                .switchIfEmpty(again(address, cleaned, role))
                .flatMap(repository::find)
                .map(StaffUser::of)
                .flatMap(staff::invited);
    }

    /**
     * The console login of this address: the one there is, or a new one that is not yet invited.
     */
    @Transactional
    public Mono<UUID> staffLogin(String email, String name, StaffRole role) {
        return login(App.CONSOLE, email, name, role);
    }

    /** The portal login of this address: the one there is, or a new one that is not yet invited. */
    @Transactional
    public Mono<UUID> portalLogin(String email, String name) {
        return login(App.PORTAL, email, name, null);
    }

    /**
     * Gives somebody a password without a mailed link, for demo data: whoever is invited can sign
     * in with it. Refuses the passwords that people are refused.
     */
    public Mono<Void> activate(UUID login, String password) {
        return get(login)
                .doOnNext(found -> check(found, password))
                .flatMap(found -> passwords.bySession(found.id(), null, password))
                .then();
    }

    private Mono<UUID> login(App app, String email, String name, @Nullable StaffRole role) {
        var faults = new Faults();
        var cleaned = Texts.name(faults, "name", name, Staff.LONGEST_NAME);
        var address = address(faults, email);
        faults.orThrow();
        return repository
                .add(Ids.next(), app, address, cleaned, role)
                .switchIfEmpty(repository.find(app, address).map(Login::id));
    }

    private Mono<UUID> again(String email, String name, StaffRole role) {
        return repository
                .find(App.CONSOLE, email)
                .doOnNext(found -> mustBeInvited(found, role))
                .delayUntil(found -> repository.describe(found.id(), name, role))
                .map(Login::id);
    }

    /** Inviting again may not make more, or less, of somebody than was agreed the first time. */
    private static void mustBeInvited(Login found, StaffRole role) {
        if (found.status() != PersonStatus.INVITED) {
            throw new Refused(
                    InvalidInput.of("email", "belongs to somebody who works here already"));
        }
        if (requireNonNull(found.role()) != role) {
            throw new Refused(
                    InvalidInput.of(
                            "role", "is another than in the first invitation: change it there"));
        }
    }

    private static String address(Faults faults, @Nullable String email) {
        var address = Texts.email(faults, "email", email);
        faults.check(address != null, "email", "must not be empty");
        return address == null ? "" : address.toLowerCase(Locale.ROOT);
    }

    private static void check(Login login, String password) {
        var faults = new Faults();
        PasswordRule.check(faults, "password", password, login.email());
        faults.orThrow();
    }
}
