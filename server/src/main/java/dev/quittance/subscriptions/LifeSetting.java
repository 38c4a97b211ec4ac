package dev.quittance.subscriptions;

/**
 * What the acts on subscriptions give back, and what periods are counted from after them.
 *
 * @param pauseCredits whether the unused days of a pause are credited
 * @param cancelUnused what becomes of the unused days of a cancellation
 * @param resumeAnchor what periods are counted from after a pause
 * @param intervalAnchor what periods are counted from after a change to another interval
 * @param firstPeriod what becomes of the part of a period before the first billing day
 */
public record LifeSetting(
        boolean pauseCredits,
        UnusedDays cancelUnused,
        Anchor resumeAnchor,
        Anchor intervalAnchor,
        FirstPeriod firstPeriod) {

    public static final LifeSetting USUAL =
            new LifeSetting(
                    true, UnusedDays.CREDITED, Anchor.KEPT, Anchor.TODAY, FirstPeriod.PRORATED);

    /** Whether the unused days of a cancellation are credited. */
    public boolean cancelCredits() {
        return cancelUnused != UnusedDays.NEITHER;
    }

    /** What becomes of days that are billed and not used. */
    public enum UnusedDays {
        /** They are credited to the account. */
        CREDITED,
        /** They are credited, and what was paid for them goes back the way it came. */
        REFUNDED,
        /** They stay billed. */
        NEITHER
    }

    /** What becomes of the part of a period that comes before the first billing day. */
    public enum FirstPeriod {
        /** It is billed by its days. */
        PRORATED,
        /** It is billed by its days, together with the period that follows. */
        JOINED,
        /** It is not billed. */
        FREE
    }

    /** Which day periods are counted from. */
    public enum Anchor {
        /** The same as before: the first period is a part of one. */
        KEPT,
        /** The day of the act: the first period is a whole one. */
        TODAY
    }
}
