package dev.quittance.subscriptions;

/**
 * What the acts on subscriptions give back, and what periods are counted from after them.
 *
 * @param pauseCredits whether the unused days of a pause are credited
 * @param cancelCredits whether the unused days of a cancellation are credited
 * @param resumeAnchor what periods are counted from after a pause
 * @param intervalAnchor what periods are counted from after a change to another interval
 * @param firstPeriod what becomes of the part of a period before the first billing day
 */
public record LifeSetting(
        boolean pauseCredits,
        boolean cancelCredits,
        Anchor resumeAnchor,
        Anchor intervalAnchor,
        FirstPeriod firstPeriod) {

    public static final LifeSetting USUAL =
            new LifeSetting(true, true, Anchor.KEPT, Anchor.TODAY, FirstPeriod.PRORATED);

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
