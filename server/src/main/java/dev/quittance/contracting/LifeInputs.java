package dev.quittance.contracting;

import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Pausing;
import dev.quittance.subscriptions.Pausing.PauseTime;
import dev.quittance.subscriptions.Resuming;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is asked for when a subscription is paused or resumed. */
final class LifeInputs {
    private LifeInputs() {}

    /**
     * @param on the day of a pause on a date
     * @param resumeOn the first day it is served again
     */
    record PauseSubscriptionInput(
            UUID id,
            PauseTime when,
            @Nullable LocalDate on,
            @Nullable LocalDate resumeOn,
            @Nullable String quoteToken,
            String idempotencyKey) {

        private record Wish(
                UUID id, PauseTime when, @Nullable LocalDate on, @Nullable LocalDate resumeOn) {}

        Ask ask(PortalGate gate) {
            return new Ask(
                    "pauseSubscription",
                    id,
                    new Wish(id, when, on, resumeOn),
                    quoteToken,
                    idempotencyKey,
                    null,
                    life ->
                            gate.pause(life.subscription(), resumeOn)
                                    .then(
                                            Mono.fromSupplier(
                                                    () ->
                                                            Pausing.decide(
                                                                    life,
                                                                    new Pausing.Wish(
                                                                            when, on, resumeOn)))));
        }
    }

    /**
     * @param on today when left out
     */
    record ResumeSubscriptionInput(
            UUID id, @Nullable LocalDate on, @Nullable String quoteToken, String idempotencyKey) {

        private record Wish(UUID id, @Nullable LocalDate on) {}

        Ask ask(PortalGate gate) {
            return new Ask(
                    "resumeSubscription",
                    id,
                    new Wish(id, on),
                    quoteToken,
                    idempotencyKey,
                    DraftCharge.Act.RESUME,
                    life ->
                            gate.resume(life.subscription())
                                    .then(
                                            Mono.fromSupplier(
                                                    () ->
                                                            Resuming.decide(
                                                                    life, day(life.today())))));
        }

        private LocalDate day(LocalDate today) {
            if (on != null && on.isBefore(today)) {
                throw new Refused(InvalidInput.of("on", "must not be in the past"));
            }
            return on != null ? on : today;
        }
    }

    record ChangeScheduleInput(
            UUID id, @Nullable LocalDate pauseOn, @Nullable LocalDate resumeOn) {}

    record DeleteScheduleInput(UUID id) {}
}
