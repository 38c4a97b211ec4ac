package dev.quittance.preferences;

/** Switches that stand together on the screen. */
public enum SwitchGroup {
    /** The pages of the portal. */
    PAGES(false),
    /** The customer's own details, documents and opinion. */
    ACCOUNT(false),
    /** What can be done during a trial and when it is over. */
    TRIALS(true),
    /** Changing what a subscription holds. */
    EDITING(true),
    /** Paying, pausing, ending and reviving a subscription. */
    ACTS(true);

    private final boolean perPlan;

    SwitchGroup(boolean perPlan) {
        this.perPlan = perPlan;
    }

    /** Whether its switches can be set for the subscriptions of a plan. */
    public boolean perPlan() {
        return perPlan;
    }
}
