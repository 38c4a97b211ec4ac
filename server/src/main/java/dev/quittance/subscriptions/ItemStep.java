package dev.quittance.subscriptions;

import dev.quittance.subscriptions.BillingBasis.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the versions of a subscription's items. */
public sealed interface ItemStep {

    /** They stay as they are. */
    record Untouched() implements ItemStep {}

    /**
     * Every version that holds ended with {@code closedOn}, and one just like it begins on {@code
     * from}.
     */
    record Reopened(LocalDate closedOn, LocalDate from) implements ItemStep {

        /** The versions as they are then. */
        List<Item> applied(List<Item> items) {
            var versions = new ArrayList<Item>();
            for (var item : items) {
                if (item.until() != null) {
                    versions.add(item);
                } else if (item.from().isBefore(closedOn)) {
                    versions.add(item.holding(item.from(), closedOn));
                    versions.add(item.holding(from, null));
                } else {
                    versions.add(item.holding(from, null));
                }
            }
            return List.copyOf(versions);
        }
    }

    /** First the one, then the other. */
    record Both(Reopened first, Changed then) implements ItemStep {}

    /**
     * Some items are others from {@code on} on; that day is theirs already.
     *
     * @param versions that begin
     * @param removed items that end
     */
    record Changed(LocalDate on, List<Version> versions, List<UUID> removed) implements ItemStep {

        public Changed {
            versions = List.copyOf(versions);
            removed = List.copyOf(removed);
        }

        /**
         * A version of an item.
         *
         * @param plan null for an addon
         * @param added whether the item is new
         */
        public record Version(
                UUID item,
                @Nullable UUID plan,
                @Nullable UUID addon,
                int quantity,
                @Nullable BigDecimal ownPrice,
                boolean added) {}

        /** Whether nothing differs. */
        boolean none() {
            return versions.isEmpty() && removed.isEmpty();
        }

        /** The items whose billed days are no longer what they were billed for. */
        Set<UUID> ended() {
            var ended = new HashSet<>(removed);
            versions.stream()
                    .filter(version -> !version.added())
                    .forEach(version -> ended.add(version.item()));
            return Set.copyOf(ended);
        }

        /**
         * The versions as they are then.
         *
         * @param begun the new ones
         */
        List<Item> applied(List<Item> items, List<Item> begun) {
            var ended = ended();
            var versions = new ArrayList<Item>();
            for (var item : items) {
                if (item.until() != null || !ended.contains(item.id())) {
                    versions.add(item);
                } else if (item.from().isBefore(on)) {
                    versions.add(item.holding(item.from(), on));
                }
            }
            versions.addAll(begun);
            versions.sort(Comparator.comparing(Item::kind));
            return List.copyOf(versions);
        }
    }
}
