package dev.quittance.subscriptions;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan and addons that a subscription is to consist of.
 *
 * @param ownPrice of the plan, agreed with the customer; null for the catalog's
 */
public record ItemsWanted(
        UUID plan, int quantity, @Nullable BigDecimal ownPrice, List<AddonWanted> addons) {

    public ItemsWanted {
        addons = List.copyOf(addons);
    }

    /** An addon by quantity. */
    public record AddonWanted(UUID addon, int quantity, @Nullable BigDecimal ownPrice) {}
}
