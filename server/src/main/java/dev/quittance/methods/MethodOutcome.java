package dev.quittance.methods;

import dev.quittance.platform.Problem;
import dev.quittance.subscriptions.SubscriptionContract;
import java.util.List;
import java.util.UUID;

/** What comes of an act on kept payment methods. */
sealed interface MethodOutcome {

    /** It is kept. */
    record PaymentMethodKept(PaymentMethod method) implements MethodOutcome {}

    /** The bank wants a confirmation first. */
    record MethodRequiresAction(UUID setupId, String actionUrl) implements MethodOutcome {}

    /** The gateway has not answered yet. */
    record MethodUnderWay(UUID setupId) implements MethodOutcome {}

    /** The gateway does not keep it, and why, in words for the payer. */
    record MethodRefused(String message) implements MethodOutcome, Problem {}

    record PaymentMethodChanged(PaymentMethod method) implements MethodOutcome {}

    record PaymentMethodRemoved(UUID methodId) implements MethodOutcome {}

    /** It pays a subscription from now on. */
    record SubscriptionMethodSet(SubscriptionContract subscription) implements MethodOutcome {}

    /** What another method paid is paid with this one from now on. */
    record SubscriptionsMoved(PaymentMethod method) implements MethodOutcome {}

    /** Subscriptions are charged to it by themselves. */
    record MethodInUse(List<SubscriptionContract> subscriptions) implements Problem {
        @Override
        public String message() {
            return subscriptions.size() == 1
                    ? "A subscription is charged to this payment method by itself. Replace it, or remove it and pay by hand from then on."
                    : "%d subscriptions are charged to this payment method by themselves. Replace it, or remove it and pay by hand from then on."
                            .formatted(subscriptions.size());
        }
    }
}
