package dev.quittance.contracting;

import static dev.quittance.preferences.PortalSwitch.ACTIVATE_TRIAL;
import static dev.quittance.preferences.PortalSwitch.CANCEL_AT_TERM_END;
import static dev.quittance.preferences.PortalSwitch.CANCEL_NOW;
import static dev.quittance.preferences.PortalSwitch.CANCEL_TRIAL_AT_TERM_END;
import static dev.quittance.preferences.PortalSwitch.CANCEL_TRIAL_NOW;
import static dev.quittance.preferences.PortalSwitch.EDIT;
import static dev.quittance.preferences.PortalSwitch.EXTEND_TRIAL;
import static dev.quittance.preferences.PortalSwitch.PAUSE;
import static dev.quittance.preferences.PortalSwitch.REACTIVATE;
import static dev.quittance.preferences.PortalSwitch.RESUME;
import static dev.quittance.preferences.PortalSwitch.TRIAL_EXTENSIONS;

import dev.quittance.platform.Refused;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.PortalSwitches;
import dev.quittance.preferences.SwitchedOff;
import dev.quittance.preferences.Switches;
import dev.quittance.subscriptions.CancelTime;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.SubscriptionPhase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds contacts to what the merchant lets them do with their subscriptions; staff may always. */
@Component
class PortalGate {
    private final Switches switches;

    PortalGate(Switches switches) {
        this.switches = switches;
    }

    Mono<Void> activate(SubscriptionContract subscription) {
        return require(subscription, ACTIVATE_TRIAL);
    }

    /** Only so often as is set. */
    Mono<Void> extendTrial(SubscriptionContract subscription) {
        return binding(subscription)
                .doOnNext(
                        bound -> {
                            bound.require(EXTEND_TRIAL);
                            if (subscription.trialExtensions() >= bound.number(TRIAL_EXTENSIONS)) {
                                throw new Refused(new SwitchedOff(TRIAL_EXTENSIONS));
                            }
                        })
                .then();
    }

    /**
     * A day before the trial or the paid term is over is as good as now.
     *
     * @param on the day, for a cancellation on a date
     */
    Mono<Void> cancel(SubscriptionContract subscription, CancelTime when, @Nullable LocalDate on) {
        var trial = subscription.phase() == SubscriptionPhase.TRIAL;
        var over = trial ? subscription.anchorOn() : subscription.billedUntil();
        var early =
                switch (when) {
                    case NOW -> true;
                    case TERM_END -> false;
                    case DATE -> on != null && over != null && on.isBefore(over);
                };
        if (early) {
            return require(subscription, trial ? CANCEL_TRIAL_NOW : CANCEL_NOW);
        }
        return require(subscription, trial ? CANCEL_TRIAL_AT_TERM_END : CANCEL_AT_TERM_END);
    }

    /** Whoever may cancel for the end of the term may take that back. */
    Mono<Void> keep(SubscriptionContract subscription) {
        return cancel(subscription, CancelTime.TERM_END, null);
    }

    Mono<Void> pause(SubscriptionContract subscription, @Nullable LocalDate resumeOn) {
        return resumeOn == null
                ? require(subscription, PAUSE)
                : require(subscription, PAUSE, RESUME);
    }

    Mono<Void> resume(SubscriptionContract subscription) {
        return require(subscription, RESUME);
    }

    /** What is paused is about resuming only. */
    Mono<Void> reschedule(SubscriptionContract subscription, @Nullable LocalDate resumeOn) {
        return subscription.phase() == SubscriptionPhase.PAUSED
                ? resume(subscription)
                : pause(subscription, resumeOn);
    }

    Mono<Void> edit(SubscriptionContract subscription) {
        return require(subscription, EDIT);
    }

    Mono<Void> reactivate(SubscriptionContract subscription) {
        return require(subscription, REACTIVATE);
    }

    /** What binds the present caller: nothing where it is staff. */
    Mono<PortalSwitches> binding(SubscriptionContract subscription) {
        return switches.binding(subscription.customer(), subscription.plan());
    }

    private Mono<Void> require(SubscriptionContract subscription, PortalSwitch... all) {
        return binding(subscription)
                .doOnNext(
                        bound -> {
                            for (var one : all) {
                                bound.require(one);
                            }
                        })
                .then();
    }
}
