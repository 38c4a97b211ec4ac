package dev.quittance.contracting;

import dev.quittance.invoicing.Invoice;
import dev.quittance.payments.Payment;
import dev.quittance.subscriptions.SubscriptionContract;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What comes of a step in the life of a subscription, named by the act. */
sealed interface LifeOutcome {

    /**
     * It is paused, or will be.
     *
     * @param credit for unused days, with the tax
     */
    record PauseSet(SubscriptionContract subscription, Money credit) implements LifeOutcome {}

    /**
     * It is served again, or will be.
     *
     * @param invoice what was billed at once, if anything
     */
    record ResumptionSet(SubscriptionContract subscription, @Nullable Invoice invoice)
            implements LifeOutcome {}

    record ScheduleChanged(SubscriptionContract subscription) implements LifeOutcome {}

    record ScheduleDeleted(SubscriptionContract subscription) implements LifeOutcome {}

    /**
     * It consists of something else.
     *
     * @param credit for unused days, with the tax
     * @param invoice what was billed at once, if anything
     */
    record SubscriptionChanged(
            SubscriptionContract subscription, Money credit, @Nullable Invoice invoice)
            implements LifeOutcome {}

    /**
     * Its periods begin on another day.
     *
     * @param credit for unused days, with the tax
     * @param invoice what was billed at once, if anything
     */
    record BillingDayChanged(
            SubscriptionContract subscription, Money credit, @Nullable Invoice invoice)
            implements LifeOutcome {}

    /** It will consist of something else. */
    record ChangeScheduled(SubscriptionContract subscription) implements LifeOutcome {}

    record ScheduledChangeRemoved(SubscriptionContract subscription) implements LifeOutcome {}

    /** The trial is over, and the first period billed. */
    record SubscriptionActivated(SubscriptionContract subscription, @Nullable Invoice invoice)
            implements LifeOutcome {}

    record TrialExtended(SubscriptionContract subscription) implements LifeOutcome {}

    /** It runs again, in a new term. */
    record SubscriptionReactivated(SubscriptionContract subscription, @Nullable Invoice invoice)
            implements LifeOutcome {}

    /**
     * The payer's bank wants a confirmation first; nothing has happened yet.
     *
     * @param actionUrl where it wants it
     */
    record ActNeedsConfirmation(
            SubscriptionContract subscription, Payment payment, String actionUrl)
            implements LifeOutcome {}

    /** It is being charged; nothing has happened yet. */
    record ActCharging(SubscriptionContract subscription, Payment payment) implements LifeOutcome {}
}
