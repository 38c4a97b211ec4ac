package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many units of a plan or addon a subscription may have.
 *
 * @param most null where only what can be counted limits it
 */
public record QuantityLimits(int least, @Nullable Integer most) {

    /** What no quantity exceeds. */
    public static final int MOST = 1_000_000;

    public static final QuantityLimits NONE = new QuantityLimits(1, null);

    /** Notes a fault unless so many units may be taken; says whether they may. */
    public boolean check(Faults faults, String path, int quantity) {
        return faults.check(allow(quantity), path, message());
    }

    public boolean allow(int quantity) {
        return quantity >= least && quantity <= largest();
    }

    /** What a quantity must be, as the rest of a sentence. */
    public String message() {
        return least == largest()
                ? "must be %d".formatted(least)
                : "must be between %d and %d".formatted(least, largest());
    }

    void checkThemselves(Faults faults, String path) {
        faults.check(
                least >= 1 && least <= MOST,
                path + ".least",
                "must be between 1 and %d".formatted(MOST));
        faults.check(
                most == null || (most >= 1 && most <= MOST),
                path + ".most",
                "must be between 1 and %d".formatted(MOST));
        faults.check(
                most == null || least <= most, path + ".most", "must not be less than the least");
    }

    private int largest() {
        return Objects.requireNonNullElse(most, MOST);
    }
}
