package dev.quittance.uploads;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file that can't be taken as it is: where it is broken, why, and what to do about it. */
public final class FileRefused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final int line;
    private final @Nullable String column;

    public FileRefused(int line, @Nullable String column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public @Nullable String column() {
        return column;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The whole of it in a sentence: `Line 3, column City: …`. */
    public String sentence() {
        return line == 0
                ? reason()
                : column == null
                        ? "Line %d: %s".formatted(line, reason())
                        : "Line %d, column %s: %s".formatted(line, column, reason());
    }
}
