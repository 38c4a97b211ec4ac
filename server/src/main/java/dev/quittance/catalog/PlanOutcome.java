package dev.quittance.catalog;

import dev.quittance.platform.Problem;

/** What comes of adding or changing a plan. */
public sealed interface PlanOutcome {

    /** The plan can be subscribed to. */
    record PlanCreated(Plan plan) implements PlanOutcome {}

    /** The plan as it is now. */
    record PlanUpdated(Plan plan) implements PlanOutcome {}

    /**
     * Another plan bears this name.
     *
     * @param plan the other one
     */
    record PlanNameTaken(Plan plan) implements PlanOutcome, Problem {
        @Override
        public String message() {
            return "Another plan is called %s. Choose a name of its own.".formatted(plan.name());
        }
    }
}
