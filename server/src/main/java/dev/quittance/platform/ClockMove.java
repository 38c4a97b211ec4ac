package dev.quittance.platform;

/** What comes of asking to move the clock. */
sealed interface ClockMove permits ClockMove.ClockMoving, ClockNotMovable {

    /** It is on its way. */
    record ClockMoving(ClockState clock) implements ClockMove {}
}
