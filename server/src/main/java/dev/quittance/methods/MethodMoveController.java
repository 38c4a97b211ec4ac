package dev.quittance.methods;

import dev.quittance.methods.MethodOutcome.SubscriptionsMoved;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What takes over from a kept method, in GraphQL. */
@Controller
class MethodMoveController {
    private final MovingSubscriptions moving;

    MethodMoveController(MovingSubscriptions moving) {
        this.moving = moving;
    }

    record MoveSubscriptionsInput(UUID fromId, UUID toId) {}

    @MutationMapping
    Mono<SubscriptionsMoved> moveSubscriptions(@Argument MoveSubscriptionsInput input) {
        return moving.move(input.fromId(), input.toId()).map(SubscriptionsMoved::new);
    }
}
