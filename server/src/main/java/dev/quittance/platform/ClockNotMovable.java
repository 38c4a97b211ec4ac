package dev.quittance.platform;

/** A live installation follows real time. */
public record ClockNotMovable() implements ClockMove, Problem {

    @Override
    public String message() {
        return "The clock of a live installation follows real time.";
    }
}
