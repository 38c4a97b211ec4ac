package dev.quittance.preferences;

import static java.util.Locale.ROOT;

import dev.quittance.platform.Faults;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a switch can be set to, and what holds where nobody has set it.
 *
 * @param least the smallest number; null of other kinds
 * @param most the largest number
 * @param choices none of other kinds
 */
record SwitchDomain(
        SwitchKind kind,
        SwitchValue standard,
        @Nullable Integer least,
        @Nullable Integer most,
        List<SwitchChoice> choices) {
    private static final int MOST_PLANS = 200;

    SwitchDomain {
        choices = List.copyOf(choices);
    }

    static SwitchDomain flag(boolean standard) {
        return new SwitchDomain(SwitchKind.FLAG, SwitchValue.of(standard), null, null, List.of());
    }

    static SwitchDomain number(int standard, int least, int most) {
        return new SwitchDomain(
                SwitchKind.NUMBER, SwitchValue.of(standard), least, most, List.of());
    }

    static <E extends Enum<E>> SwitchDomain choice(E standard, String... labels) {
        var values = standard.getDeclaringClass().getEnumConstants();
        var choices =
                Arrays.stream(values)
                        .map(one -> new SwitchChoice(one.name(), labels[one.ordinal()]))
                        .toList();
        return new SwitchDomain(
                SwitchKind.CHOICE, SwitchValue.of(standard.name()), null, null, choices);
    }

    static SwitchDomain plans() {
        return new SwitchDomain(SwitchKind.PLANS, SwitchValue.of(List.of()), null, null, List.of());
    }

    /** Notes what is wrong with {@code value}; says whether it was right. */
    boolean check(SwitchValue value, String path, Faults faults) {
        return foreign(value, path, faults)
                && switch (kind) {
                    case FLAG -> true;
                    case NUMBER ->
                            faults.check(
                                    inLimits(value.number()),
                                    path + ".number",
                                    "must be between %d and %d".formatted(least, most));
                    case CHOICE ->
                            faults.check(
                                    choices.stream()
                                            .anyMatch(one -> one.value().equals(value.choice())),
                                    path + ".choice",
                                    "must be one of " + words());
                    case PLANS -> plans(value, path, faults);
                };
    }

    /** Whether what was kept still fits. */
    boolean fits(SwitchValue value) {
        var faults = new Faults();
        return check(value, "", faults);
    }

    private boolean inLimits(@Nullable Integer number) {
        return number != null && least != null && most != null && number >= least && number <= most;
    }

    private static boolean plans(SwitchValue value, String path, Faults faults) {
        var plans = value.planIds();
        return faults.check(
                        plans != null && plans.size() <= MOST_PLANS,
                        path + ".planIds",
                        "must be at most 200 plans")
                && faults.check(
                        plans != null && new HashSet<>(plans).size() == plans.size(),
                        path + ".planIds",
                        "must not name a plan twice");
    }

    /** Parts of other kinds than the switch's. */
    private boolean foreign(SwitchValue value, String path, Faults faults) {
        return part(SwitchKind.FLAG, value.flag(), path + ".flag", faults)
                & part(SwitchKind.NUMBER, value.number(), path + ".number", faults)
                & part(SwitchKind.CHOICE, value.choice(), path + ".choice", faults)
                & part(SwitchKind.PLANS, value.planIds(), path + ".planIds", faults);
    }

    private boolean part(SwitchKind of, @Nullable Object part, String path, Faults faults) {
        return faults.check(
                part == null || kind == of,
                path,
                "is not what this switch is set by, which is a " + kind.name().toLowerCase(ROOT));
    }

    private String words() {
        return choices.stream().map(SwitchChoice::value).collect(Collectors.joining(", "));
    }
}
