package dev.quittance.preferences;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the tree one looks: at the organisation, with a plan or a customer below it, or at a
 * customer's subscriptions of a plan.
 */
public record PreferencePlace(@Nullable UUID customer, @Nullable UUID plan) {
    /** There is one organisation; its preferences need an id all the same. */
    static final UUID ORGANIZATION_ID = new UUID(0, 1);

    static final PreferencePlace ORGANIZATION = new PreferencePlace(null, null);

    /** The level of what is set just here. */
    PreferenceLevel level() {
        if (customer != null) {
            return PreferenceLevel.CUSTOMER;
        }
        return plan == null ? PreferenceLevel.ORGANIZATION : PreferenceLevel.PLAN;
    }

    /** The id under which what is set just here is kept. */
    UUID id() {
        if (customer != null) {
            return customer;
        }
        return plan == null ? ORGANIZATION_ID : plan;
    }

    /** Where that which holds here may be set. */
    List<UUID> ids() {
        return Stream.of(ORGANIZATION_ID, plan, customer)
                .<UUID>mapMulti(
                        (id, found) -> {
                            if (id != null) {
                                found.accept(id);
                            }
                        })
                .toList();
    }

    /** Whether a switch can be set here. */
    boolean takes(PortalSwitch one) {
        return level() != PreferenceLevel.PLAN || one.group().perPlan();
    }
}
