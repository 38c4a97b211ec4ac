package dev.quittance.subscriptions;

import dev.quittance.platform.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The state of a subscription forbids what is asked for; {@code possible} is what it allows. */
public record ActNotPossible(
        SubscriptionAct act, SubscriptionStatus status, List<SubscriptionAct> possible)
        implements Problem {

    static ActNotPossible of(SubscriptionAct act, SubscriptionContract subscription) {
        return new ActNotPossible(
                act, subscription.status(), List.copyOf(SubscriptionAct.possible(subscription)));
    }

    @Override
    public String message() {
        return "This can't be done with a subscription that is %s. Possible now: %s."
                .formatted(
                        words(status),
                        possible.isEmpty()
                                ? "nothing"
                                : possible.stream()
                                        .map(ActNotPossible::words)
                                        .collect(Collectors.joining(", ")));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
