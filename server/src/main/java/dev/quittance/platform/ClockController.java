package dev.quittance.platform;

import dev.quittance.platform.ClockMove.ClockMoving;
import java.time.LocalDate;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The business clock in GraphQL. */
@Controller
class ClockController {
    private final BusinessClock clock;
    private final Changes changes;

    ClockController(BusinessClock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    record MoveClockInput(LocalDate to) {}

    @QueryMapping
    Mono<ClockState> clock() {
        return clock.state();
    }

    @MutationMapping
    Mono<ClockMove> moveClock(@Argument MoveClockInput input) {
        return clock.moveTo(input.to()).then(clock.state()).map(ClockMoving::new);
    }

    @SubscriptionMapping
    Flux<Change> clockChanged(@ContextValue Caller caller) {
        return changes.stream("CLOCK", caller);
    }
}
