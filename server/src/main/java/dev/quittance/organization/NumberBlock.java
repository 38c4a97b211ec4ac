package dev.quittance.organization;

/** Consecutive numbers taken from a series in one go. */
public record NumberBlock(NumberPattern pattern, int year, long first, int count) {

    /** The number of the block's document {@code index}, counted from zero. */
    public String number(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return pattern.format(year, first + index);
    }
}
