package dev.quittance.imports;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file that can't be taken as it is: where it is broken, why, and what to do about it. */
final class FileRefused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final int line;
    private final @Nullable String column;

    FileRefused(int line, @Nullable String column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    @Nullable String column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The whole of it in a sentence: `Line 3, column City: …`. */
    String sentence() {
        return line == 0
                ? reason()
                : column == null
                        ? "Line %d: %s".formatted(line, reason())
                        : "Line %d, column %s: %s".formatted(line, column, reason());
    }
}
