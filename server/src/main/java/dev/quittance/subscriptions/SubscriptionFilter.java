package dev.quittance.subscriptions;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions to list; everything given must match.
 *
 * @param search words in the number, the plan's or the customer's name
 */
public record SubscriptionFilter(
        @Nullable List<SubscriptionStatus> statuses,
        @Nullable UUID planId,
        @Nullable String search) {

    private static final SubscriptionFilter ALL = new SubscriptionFilter(null, null, null);
    private static final int MOST_WORDS = 10;
    private static final int LONGEST = 200;

    static SubscriptionFilter orAll(@Nullable SubscriptionFilter filter) {
        return filter == null ? ALL : filter;
    }

    String @Nullable [] statusNames() {
        return statuses == null
                ? null
                : statuses.stream().map(SubscriptionStatus::name).toArray(String[]::new);
    }

    /** What each row's text must be like; null when any will do. */
    String @Nullable [] patterns() {
        if (search == null || search.isBlank()) {
            return null;
        }
        var text = search.substring(0, Math.min(search.length(), LONGEST)).strip();
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
