package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.fail;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Changing.ChangeTime;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import dev.quittance.subscriptions.LifeSetting.UnusedDays;
import dev.quittance.subscriptions.Pausing.PauseTime;
import dev.quittance.subscriptions.SimulatedLife.TrialCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a subscription, in whatever order: every served day is billed once. */
class RandomLivesTests {
    private static final int SEQUENCES = 10_000;
    private static final int COMMANDS = 14;
    private static final int KINDS = 15;
    private static final Interval TRIAL = new Interval(10, IntervalUnit.DAY);

    /** Something that is done, on days counted from the day of doing it. */
    private record Command(int kind, int days, int more, boolean yes) {
        static Command any(Random random) {
            return new Command(
                    random.nextInt(KINDS),
                    random.nextInt(70),
                    1 + random.nextInt(3),
                    random.nextBoolean());
        }
    }

    private record Story(long seed, List<Command> commands) {
        static Story of(long seed) {
            var random = new Random(seed);
            var commands = new ArrayList<Command>();
            for (var i = 0; i < COMMANDS; i++) {
                commands.add(Command.any(random));
            }
            return new Story(seed, commands);
        }

        Story without(int index) {
            var fewer = new ArrayList<>(commands);
            fewer.remove(index);
            return new Story(seed, fewer);
        }
    }

    @Test
    @Tag("T5")
    @Tag("T6")
    @Tag("T22")
    @Tag("T23")
    @Tag("T25")
    @Tag("T26")
    @Tag("T27")
    @Tag("T28")
    void everyServedDayIsBilledOnceInEveryStory() {
        for (var seed = 1L; seed <= SEQUENCES; seed++) {
            var story = Story.of(seed);
            if (failure(story) != null) {
                var shortest = shortest(story);
                fail(
                        "Seed %d, shortest story %s: %s"
                                .formatted(seed, shortest.commands(), failure(shortest)));
            }
        }
    }

    /** Leaves out whatever can be left out. */
    private static Story shortest(Story story) {
        for (var i = 0; i < story.commands().size(); i++) {
            var fewer = story.without(i);
            if (failure(fewer) != null) {
                return shortest(fewer);
            }
        }
        return story;
    }

    private static @Nullable String failure(Story story) {
        var seed = story.seed();
        var credits = seed % 4 != 0;
        var setting =
                new LifeSetting(
                        credits,
                        credits ? UnusedDays.CREDITED : UnusedDays.NEITHER,
                        seed % 3 == 0 ? Anchor.TODAY : Anchor.KEPT,
                        seed % 5 == 0 ? Anchor.KEPT : Anchor.TODAY,
                        seed % 11 < 4 ? FirstPeriod.JOINED : FirstPeriod.PRORATED);
        var policies = TrialEndPolicy.values();
        var life =
                new SimulatedLife(
                        LocalDate.of(2027, 1, 1).plusDays(seed % 400),
                        seed % 2 == 0,
                        seed % 3 == 1 ? (int) (1 + seed % 31) : null,
                        seed % 13 < 5 ? (int) (seed % 13 * 5) : 0,
                        seed % 13 > 8,
                        mode(seed),
                        setting,
                        policies[(int) (seed / 2 % policies.length)],
                        seed % 17 < 5
                                ? TrialCharge.SUCCEEDS
                                : seed % 17 < 8 ? TrialCharge.FAILS : TrialCharge.NONE);
        try {
            for (var command : story.commands()) {
                run(command, life);
                life.mustHoldTogether();
                life.mustBillWhatWasServed(credits);
            }
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e + "\n" + life;
        }
    }

    private static ProrationMode mode(long seed) {
        return switch ((int) (seed % 7)) {
            case 0 -> ProrationMode.FIXED_30;
            case 1, 2 -> ProrationMode.BY_SECOND;
            default -> ProrationMode.BY_DAY;
        };
    }

    private static void run(Command command, SimulatedLife life) {
        try {
            act(command, life);
        } catch (Refused | NotPossible _) {
            // What can't be done changes nothing.
        }
    }

    private static void act(Command command, SimulatedLife life) {
        var today = life.today();
        var later = today.plusDays(command.days());
        switch (command.kind()) {
            case 0, 1, 2, 3 -> {
                for (var i = 0; i <= command.days(); i++) {
                    life.nextDay();
                    life.mustHoldTogether();
                }
            }
            case 4 ->
                    life.take(
                            Pausing.decide(
                                    life.life(), new Pausing.Wish(PauseTime.NOW, null, null)));
            case 5 ->
                    life.take(
                            Pausing.decide(
                                    life.life(),
                                    new Pausing.Wish(
                                            command.yes() ? PauseTime.DATE : PauseTime.TERM_END,
                                            command.yes() ? later : null,
                                            command.more() > 1 ? later.plusDays(40) : null)));
            case 6 -> life.take(Resuming.decide(life.life(), command.yes() ? today : later));
            case 7 ->
                    life.change(
                            life.target(plan(command), command.more(), command.days() % 3),
                            command.yes() ? ChangeTime.NOW : ChangeTime.TERM_END);
            case 8 -> cancel(life, command.yes() ? CancelTime.NOW : CancelTime.TERM_END);
            case 9 -> removeCancellation(life);
            case 10 -> life.take(Trials.activate(life.life()));
            case 11 -> life.keep(Trials.extend(life.subscription(), TRIAL, today));
            case 12 ->
                    life.reactivate(
                            life.target(
                                    command.yes() ? life.subscription().plan() : plan(command),
                                    command.more(),
                                    command.days() % 2));
            case 13 ->
                    life.take(
                            BillingDayChange.decide(
                                    life.life(),
                                    command.more() == 3 ? null : 1 + command.days() % 31,
                                    command.yes() ? ChangeTime.NOW : ChangeTime.TERM_END));
            default ->
                    life.keep(
                            command.yes()
                                    ? Rescheduling.delete(life.subscription())
                                    : Rescheduling.change(
                                            life.subscription(),
                                            life.subscription().phase() == SubscriptionPhase.PAUSED
                                                    ? null
                                                    : later,
                                            command.more() > 1 ? later.plusDays(9) : null,
                                            today));
        }
    }

    private static void cancel(SimulatedLife life, CancelTime when) {
        if (life.subscription().phase().ended()) {
            throw new NotPossible();
        }
        life.cancel(when);
    }

    private static void removeCancellation(SimulatedLife life) {
        var found = life.subscription();
        if (found.cancelsOn() == null || found.phase().ended()) {
            throw new NotPossible();
        }
        life.keep(new SubscriptionChange(found, found.continued(), "not cancelled", null));
    }

    private static UUID plan(Command command) {
        return switch (command.days() % 4) {
            case 0 -> SimulatedLife.PRO;
            case 1 -> SimulatedLife.YEARLY;
            default -> SimulatedLife.GOLD;
        };
    }

    /** The rule is the act's, not the model's. */
    private static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
