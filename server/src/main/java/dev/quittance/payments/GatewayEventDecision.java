package dev.quittance.payments;

import dev.quittance.platform.Problem;
import java.util.UUID;

/** What comes of deciding about something that a gateway told and that is parked. */
sealed interface GatewayEventDecision {

    /** It is looked into again from the beginning. */
    record GatewayEventRetried(UUID id) implements GatewayEventDecision {}

    /** It is not looked into any more. */
    record GatewayEventDropped(UUID id) implements GatewayEventDecision {}

    /** Somebody else decided before. */
    record GatewayEventNotParked() implements GatewayEventDecision, Problem {
        @Override
        public String message() {
            return "This event is not parked: it was retried or dropped already.";
        }
    }
}
