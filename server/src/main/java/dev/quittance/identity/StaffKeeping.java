package dev.quittance.identity;

import dev.quittance.identity.StaffChange.StaffUserUpdated;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes what was decided about a staff user, notes who did it, and makes it count at once. */
@Service
class StaffKeeping {
    /** Under which kind the history of staff users stands. */
    static final String KIND = "STAFF_USER";

    private final LoginRepository repository;
    private final OneTimeLinkRepository links;
    private final Sessions sessions;
    private final History history;
    private final Outbox outbox;

    StaffKeeping(
            LoginRepository repository,
            OneTimeLinkRepository links,
            Sessions sessions,
            History history,
            Outbox outbox) {
        this.repository = repository;
        this.links = links;
        this.sessions = sessions;
        this.history = history;
        this.outbox = outbox;
    }

    Mono<StaffUser> invited(StaffUser user) {
        return outbox.add(new InvitationRequested(user.id(), null))
                .then(note(user.id(), "invited", null, user))
                .thenReturn(user);
    }

    Mono<StaffChange> describe(StaffUser before, String name, StaffRole role) {
        return repository
                .describe(before.id(), name, role)
                .then(sessions.announce(before.id()))
                .then(changed(before, "changed"));
    }

    Mono<StaffChange> disable(StaffUser before) {
        return repository
                .disable(before.id())
                .then(links.endAll(before.id()))
                .then(sessions.endAll(before.id(), null))
                .then(changed(before, "disabled"));
    }

    /** Who never chose a password is invited again. */
    Mono<StaffChange> enable(StaffUser before) {
        if (before.status() != PersonStatus.DISABLED) {
            return Mono.just(new StaffUserUpdated(before));
        }
        return repository
                .enable(before.id())
                .then(repository.find(before.id()))
                .filter(login -> login.status() == PersonStatus.INVITED)
                .flatMap(login -> outbox.add(new InvitationRequested(login.id(), null)))
                .then(changed(before, "enabled"));
    }

    private Mono<StaffChange> changed(StaffUser before, String what) {
        return repository
                .find(before.id())
                .map(StaffUser::of)
                .delayUntil(after -> note(before.id(), what, before, after))
                .map(StaffUserUpdated::new);
    }

    private Mono<Void> note(
            UUID id, String what, @Nullable StaffUser before, @Nullable StaffUser after) {
        return history.add(
                List.of(new HistoryEntry.New(KIND, id, null, what, before, after, null)));
    }
}
