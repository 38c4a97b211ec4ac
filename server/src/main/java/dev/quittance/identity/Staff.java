package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import dev.quittance.identity.StaffChange.LastOwner;
import dev.quittance.identity.StaffInvitation.StaffUserInvited;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people who work for the merchant. */
@Service
class Staff {
    static final int LONGEST_NAME = 100;

    private final LoginRepository repository;
    private final Logins logins;
    private final StaffKeeping keeping;

    Staff(LoginRepository repository, Logins logins, StaffKeeping keeping) {
        this.repository = repository;
        this.logins = logins;
        this.keeping = keeping;
    }

    Flux<StaffUser> all() {
        return repository.staff().map(StaffUser::of);
    }

    @Transactional
    Mono<StaffUserInvited> invite(Caller caller, String name, String email, StaffRole role) {
        Grants.mustCover(caller, role.given());
        return logins.inviteStaff(name, email, role).map(StaffUserInvited::new);
    }

    /** Changes what is not null. */
    @Transactional
    Mono<StaffChange> update(
            Caller caller, UUID id, @Nullable String name, @Nullable StaffRole role) {
        var faults = new Faults();
        var cleaned = name == null ? null : Texts.name(faults, "name", name, LONGEST_NAME);
        faults.orThrow();
        return find(caller, id)
                .flatMap(
                        user ->
                                unlessLastOwner(
                                        user,
                                        role == null ? user.role() : role,
                                        change(caller, user, cleaned, role)));
    }

    @Transactional
    Mono<StaffChange> setEnabled(Caller caller, UUID id, boolean enabled) {
        return find(caller, id)
                .flatMap(
                        user ->
                                enabled
                                        ? keeping.enable(user)
                                        : unlessLastOwner(user, null, keeping.disable(user)));
    }

    private Mono<StaffChange> change(
            Caller caller, StaffUser user, @Nullable String name, @Nullable StaffRole role) {
        var newRole = role == null ? user.role() : role;
        Grants.mustCover(caller, newRole.given());
        return keeping.describe(user, name == null ? user.name() : name, newRole);
    }

    private Mono<StaffChange> unlessLastOwner(
            StaffUser user, @Nullable StaffRole role, Mono<StaffChange> change) {
        return repository
                .lockOwners()
                .collectList()
                .flatMap(
                        owners ->
                                StaffChange.leavesNoOwner(user.id(), role, owners)
                                        ? Mono.just(new LastOwner())
                                        : change);
    }

    private Mono<StaffUser> find(Caller caller, UUID id) {
        return repository
                .findForUpdate(id)
                .filter(login -> login.app() == App.CONSOLE)
                .switchIfEmpty(Mono.error(() -> new NotFound("staff user")))
                .doOnNext(login -> Grants.mustCover(caller, requireNonNull(login.role()).given()))
                .map(StaffUser::of);
    }
}
