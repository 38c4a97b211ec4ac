package dev.quittance.identity;

import dev.quittance.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class StaffController {
    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    record InviteStaffUserInput(String name, String email, StaffRole role) {}

    record UpdateStaffUserInput(UUID id, @Nullable String name, @Nullable StaffRole role) {}

    record SetStaffUserEnabledInput(UUID id, boolean enabled) {}

    @QueryMapping
    Flux<StaffUser> staffUsers() {
        return staff.all();
    }

    @MutationMapping
    Mono<? extends StaffInvitation> inviteStaffUser(
            @Argument InviteStaffUserInput input, @ContextValue Caller caller) {
        return staff.invite(caller, input.name(), input.email(), input.role());
    }

    @MutationMapping
    Mono<StaffChange> updateStaffUser(
            @Argument UpdateStaffUserInput input, @ContextValue Caller caller) {
        return staff.update(caller, input.id(), input.name(), input.role());
    }

    @MutationMapping
    Mono<StaffChange> setStaffUserEnabled(
            @Argument SetStaffUserEnabledInput input, @ContextValue Caller caller) {
        return staff.setEnabled(caller, input.id(), input.enabled());
    }
}
