package dev.quittance.preferences;

import static dev.quittance.preferences.SwitchDomain.choice;
import static dev.quittance.preferences.SwitchDomain.flag;
import static dev.quittance.preferences.SwitchDomain.number;
import static dev.quittance.preferences.SwitchDomain.plans;
import static dev.quittance.preferences.SwitchGroup.ACCOUNT;
import static dev.quittance.preferences.SwitchGroup.ACTS;
import static dev.quittance.preferences.SwitchGroup.EDITING;
import static dev.quittance.preferences.SwitchGroup.PAGES;
import static dev.quittance.preferences.SwitchGroup.TRIALS;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every switch of the customer portal: what it lets customers do, what it can be set to, and its
 * default. The schema, the console's screen and the refusals are made from this list.
 */
public enum PortalSwitch {
    SUBSCRIPTIONS(
            PAGES,
            "Subscriptions",
            "The list of subscriptions and the page of each.",
            "Looking at subscriptions",
            flag(true)),
    INVOICES(
            PAGES,
            "Invoices",
            "Invoices and what is unpaid, and paying them.",
            "Looking at invoices and paying them",
            flag(true)),
    CREDIT_NOTES(
            PAGES,
            "Credit notes",
            "Credit notes and cancellations.",
            "Looking at credit notes",
            flag(true)),
    PAYMENTS(
            PAGES,
            "Payments",
            "Payments made, their receipts, and refunds.",
            "Looking at payments",
            flag(true)),
    STATEMENTS(
            PAGES,
            "Statements",
            "Statements of account for any stretch of days.",
            "Looking at statements of account",
            flag(true)),
    CREDIT(
            PAGES,
            "Available credit",
            "Account credit and where it comes from, and adding funds where the payment rules let customers.",
            "Looking at credit and adding funds",
            flag(true)),

    DETAILS(
            ACCOUNT,
            "Customer details",
            "The customer's own name, addresses, tax id and people, to look at and to change.",
            "Looking at your details and changing them",
            flag(true)),
    FORWARD(
            ACCOUNT,
            "Forward documents",
            "The primary contact mails invoices and quotes to other people of the customer.",
            "Forwarding documents",
            flag(true)),
    REVIEWS(
            ACCOUNT,
            "Reviews",
            "Stars and a comment, for your eyes only.",
            "Writing a review",
            flag(true)),

    ACTIVATE_TRIAL(
            TRIALS,
            "Activate subscription",
            "End the trial at any time and begin to pay.",
            "Activating a subscription",
            flag(false)),
    EXTEND_TRIAL(
            TRIALS,
            "Extend an expired trial",
            "Go on for the plan's trial length once more.",
            "Extending a trial",
            flag(false)),
    TRIAL_EXTENSIONS(
            TRIALS,
            "Extensions of one trial",
            "After the last one no further is offered.",
            "Extending this trial once more",
            number(1, 1, 12),
            EXTEND_TRIAL),
    CANCEL_TRIAL_NOW(
            TRIALS,
            "Cancel a trial immediately",
            "The subscription ends the same day.",
            "Cancelling a trial immediately",
            flag(false)),
    CANCEL_TRIAL_AT_TERM_END(
            TRIALS,
            "Cancel at the end of the trial",
            "The trial runs to its end, and no subscription follows.",
            "Cancelling at the end of the trial",
            flag(false)),

    EDIT(
            EDITING,
            "Manage subscription",
            "Change what a subscription holds, as far as the switches below say.",
            "Changing a subscription",
            flag(false)),
    PLAN_CHANGES(
            EDITING,
            "Change of plan",
            "Upgrades are the changes that the merchant lets hold at once.",
            "Changing to this plan",
            choice(
                    PlanChanges.BOTH_WAYS,
                    "Not offered",
                    "Upgrades only",
                    "Upgrades and downgrades"),
            EDIT),
    PLANS_OFFERED(
            EDITING,
            "Plans offered",
            "None chosen: every plan of the same product.",
            "Changing to this plan",
            plans(),
            EDIT),
    CHANGE_QUANTITY(
            EDITING,
            "Change the quantity",
            "More or fewer units of the plan.",
            "Changing the quantity",
            flag(true),
            EDIT),
    LEAST_QUANTITY(
            EDITING,
            "Smallest quantity",
            "A customer can't go below it.",
            "Going below the smallest quantity",
            number(1, 1, 1_000_000),
            CHANGE_QUANTITY),
    MOST_QUANTITY(
            EDITING,
            "Largest quantity",
            "A customer can't go above it.",
            "Going above the largest quantity",
            number(1_000, 1, 1_000_000),
            CHANGE_QUANTITY),
    ADD_ADDONS(
            EDITING,
            "Add addons",
            "Addons of the same product, and more units of them.",
            "Adding addons",
            flag(true),
            EDIT),
    REMOVE_ADDONS(
            EDITING,
            "Remove addons",
            "Addons that the subscription has, and units of them.",
            "Removing addons",
            flag(true),
            EDIT),
    CHANGE_COUPONS(
            EDITING,
            "Change coupons",
            "Enter a coupon, or take one off.",
            "Changing coupons",
            flag(true),
            EDIT),
    CHANGE_TIME(
            EDITING,
            "Changes hold from",
            "When what a customer changes comes into force.",
            "Changing a subscription at this time",
            choice(ChangeTimes.EITHER, "At once", "The end of the term", "As the customer chooses"),
            EDIT),

    AUTO_CHARGE(
            ACTS,
            "Auto-charge",
            "Let renewals be charged to the kept payment method, or stop that.",
            "Switching auto-charge on or off",
            flag(false)),
    PAUSE(
            ACTS,
            "Pause subscription",
            "At once, on a day or at the end of the term.",
            "Pausing a subscription",
            flag(false)),
    RESUME(
            ACTS,
            "Resume subscription",
            "At once or on a day; also set together with a pause.",
            "Resuming a subscription",
            flag(false)),
    CANCEL_NOW(
            ACTS,
            "Cancel immediately",
            "The subscription ends the same day.",
            "Cancelling immediately",
            flag(false)),
    CANCEL_AT_TERM_END(
            ACTS,
            "Cancel at the end of the term",
            "The subscription runs to the end of what is paid.",
            "Cancelling at the end of the term",
            flag(false)),
    REACTIVATE(
            ACTS,
            "Reactivate subscription",
            "Begin anew what was cancelled or has expired.",
            "Reactivating a subscription",
            flag(false));

    /** Kept for what the portal does not have yet; taken off this list with it. */
    private static final Set<PortalSwitch> AWAITED = EnumSet.of(REVIEWS);

    private final SwitchGroup group;
    private final String label;
    private final String hint;
    private final String doing;
    private final SwitchDomain domain;
    private final @Nullable PortalSwitch under;

    PortalSwitch(SwitchGroup group, String label, String hint, String doing, SwitchDomain domain) {
        this(group, label, hint, doing, domain, null);
    }

    PortalSwitch(
            SwitchGroup group,
            String label,
            String hint,
            String doing,
            SwitchDomain domain,
            @Nullable PortalSwitch under) {
        this.group = group;
        this.label = label;
        this.hint = hint;
        this.doing = doing;
        this.domain = domain;
        this.under = under;
    }

    public SwitchGroup group() {
        return group;
    }

    /** As it stands on the screen. */
    public String label() {
        return label;
    }

    /** What it lets customers do, in a sentence. */
    public String hint() {
        return hint;
    }

    /** What it switches, as a sentence begins: {@code "Pausing a subscription"}. */
    public String doing() {
        return doing;
    }

    /** The switch without which this one means nothing. */
    public @Nullable PortalSwitch under() {
        return under;
    }

    /** Whether the portal has what it switches. */
    public boolean inUse() {
        return !AWAITED.contains(this);
    }

    SwitchDomain domain() {
        return domain;
    }
}
