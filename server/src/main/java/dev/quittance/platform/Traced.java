package dev.quittance.platform;

import static java.util.stream.Collectors.joining;

import io.r2dbc.spi.R2dbcException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it may stand in the log: what kinds of faults, and where. Their messages quote what
 * somebody typed, their notes whole addresses, so neither is kept.
 */
public final class Traced extends RuntimeException {
    private static final int DEEPEST = 20;

    private Traced(Throwable fault, int depth) {
        super(kind(fault), cause(fault, depth), false, true);
        setStackTrace(fault.getStackTrace());
    }

    /** With the stack traces, for faults of our own. */
    public static Traced of(Throwable fault) {
        return new Traced(fault, 0);
    }

    /** In one line, for what may be an outage elsewhere and is tried again. */
    public static String line(Throwable fault) {
        var kinds =
                Stream.iterate(fault, Traced::isThere, Throwable::getCause)
                        .limit(DEEPEST)
                        .map(Traced::kind)
                        .collect(joining(", because of "));
        return kinds + place(fault);
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.quittance."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private static String kind(Throwable fault) {
        var name = fault.getClass().getName();
        return fault instanceof R2dbcException told ? name + " " + told.getSqlState() : name;
    }

    private static @Nullable Traced cause(Throwable fault, int depth) {
        var cause = fault.getCause();
        return cause == null || depth == DEEPEST ? null : new Traced(cause, depth + 1);
    }

    private static boolean isThere(@Nullable Throwable fault) {
        return fault != null;
    }
}
