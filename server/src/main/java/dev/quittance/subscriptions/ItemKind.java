package dev.quittance.subscriptions;

/** Whether an item is the plan itself or an addon. */
public enum ItemKind {
    PLAN,
    ADDON
}
