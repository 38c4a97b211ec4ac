package dev.quittance.subscriptions;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about pauses: no service, no invoice, until it is resumed. */
public interface Pausing {
    int FURTHEST_YEARS = 10;

    /** When a pause begins. */
    enum PauseTime {
        NOW,
        DATE,
        TERM_END
    }

    /**
     * What is asked for.
     *
     * @param on the day, for {@link PauseTime#DATE}
     * @param resumeOn the first day it is served again; null when that is left open
     */
    record Wish(PauseTime when, @Nullable LocalDate on, @Nullable LocalDate resumeOn) {}

    /**
     * Pauses a subscription, or plans to. The day of the pause is unused already. A change that
     * would come later is dropped.
     */
    static Step decide(Life life, Wish wish) {
        var subscription = life.subscription();
        SubscriptionAct.PAUSE.orRefuse(subscription);
        var on = day(life, wish);
        check(subscription, on, wish.resumeOn(), life.today());
        var planned =
                subscription
                        .edit()
                        .schedule(kept(subscription, on).pausing(on, wish.resumeOn()))
                        .done();
        var paused = paused(planned, on, life.setting());
        return step(
                life,
                on.equals(life.today()) ? paused : planned,
                paused,
                on,
                on.equals(life.today()) ? "subscription paused" : "pause scheduled");
    }

    /** The day of a planned pause has come. */
    static Step due(Life life) {
        var subscription = life.subscription();
        var on = subscription.schedule().pausesOn();
        if (on == null) {
            throw new IllegalArgumentException("No pause is planned");
        }
        var paused = paused(subscription, on, life.setting());
        return step(life, paused, paused, on, "subscription paused");
    }

    /** The first day that is not served from {@code subscription}'s next term end on. */
    private static LocalDate day(Life life, Wish wish) {
        if ((wish.when() == PauseTime.DATE) != (wish.on() != null)) {
            throw refused("on", "goes with a pause on a date, and only with that");
        }
        return switch (wish.when()) {
            case NOW -> life.today();
            case TERM_END -> Cancellation.termEnd(life.subscription(), life.today());
            case DATE -> {
                var on = wish.on();
                yield on == null ? life.today() : on;
            }
        };
    }

    /** Refuses days that make no pause of {@code subscription}. */
    static void check(
            SubscriptionContract subscription,
            LocalDate on,
            @Nullable LocalDate resumeOn,
            LocalDate today) {
        if (on.isBefore(today) || on.isBefore(subscription.startedOn())) {
            throw refused("on", "must not be in the past");
        }
        if (on.isAfter(today.plusYears(FURTHEST_YEARS))) {
            throw refused("on", "must be at most %d years ahead".formatted(FURTHEST_YEARS));
        }
        var end = subscription.endsOn();
        if (end != null && !on.isBefore(end)) {
            throw refused("on", "must be before %s, when the subscription ends".formatted(end));
        }
        if (resumeOn != null) {
            checkResume(subscription, on, resumeOn, today);
        }
    }

    /** Refuses a day on which {@code subscription}, paused from {@code on}, can't be resumed. */
    static void checkResume(
            SubscriptionContract subscription, LocalDate on, LocalDate resume, LocalDate today) {
        if (!resume.isAfter(on) || resume.isBefore(today)) {
            throw refused("resumeOn", "must be after the first day of the pause, %s".formatted(on));
        }
        if (resume.isAfter(today.plusYears(FURTHEST_YEARS))) {
            throw refused("resumeOn", "must be at most %d years ahead".formatted(FURTHEST_YEARS));
        }
        var end = subscription.endsOn();
        if (end != null && !resume.isBefore(end)) {
            throw refused(
                    "resumeOn", "must be before %s, when the subscription ends".formatted(end));
        }
    }

    private static Schedule kept(SubscriptionContract subscription, LocalDate on) {
        var changes = subscription.schedule().changesOn();
        return changes == null || changes.isBefore(on)
                ? subscription.schedule()
                : subscription.schedule().unchanged();
    }

    private static SubscriptionContract paused(
            SubscriptionContract subscription, LocalDate on, LifeSetting setting) {
        var billed = subscription.billedUntil();
        var given = setting.pauseCredits() && billed != null && billed.isAfter(on);
        return subscription
                .edit()
                .phase(SubscriptionPhase.PAUSED)
                .pausedOn(on)
                .billedUntil(given || subscription.owes(on) ? on : billed)
                .nextBillOn(null)
                .schedule(new Schedule(null, subscription.schedule().resumesOn(), null, null))
                .done();
    }

    private static Step step(
            Life life,
            SubscriptionContract after,
            SubscriptionContract then,
            LocalDate on,
            String what) {
        var subscription = life.subscription();
        var changes = subscription.schedule().changesOn();
        var dropped = changes != null && (after.changesOn() == null);
        var owes = subscription.owes(on);
        var step =
                new Step(
                        subscription,
                        after,
                        then,
                        life.basis().standing(then, life.basis().items()),
                        on,
                        what,
                        life.setting().pauseCredits() && !owes ? unused(life, on) : null,
                        new ItemStep.Untouched(),
                        List.of(),
                        List.of(),
                        dropped
                                ? List.of("The change planned for %s.".formatted(changes))
                                : List.of());
        return owes ? step.charging(DueTerms.used(life.basis(), on)) : step;
    }

    private static Unused unused(Life life, LocalDate on) {
        return Unused.ofAll(on, on.equals(life.today()) ? life.cut() : null);
    }

    private static Refused refused(String path, String message) {
        return new Refused(InvalidInput.of(path, message));
    }
}
