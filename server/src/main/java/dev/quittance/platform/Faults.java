package dev.quittance.platform;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of an input, so that all are told at once. */
public final class Faults {
    private final List<FieldFault> found = new ArrayList<>();

    /** Notes a fault unless {@code right}; says whether it was right. */
    public boolean check(boolean right, String path, String message) {
        if (!right) {
            add(path, message);
        }
        return right;
    }

    public void add(String path, String message) {
        found.add(new FieldFault(path, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldFault> found() {
        return List.copyOf(found);
    }

    /** Refuses the input if there was any fault. */
    public void orThrow() {
        if (!found.isEmpty()) {
            throw new Refused(InvalidInput.of(found));
        }
    }
}
