package dev.quittance.imports;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads whether a service is had: `No` and `No internet service` mean no, all else means yes. */
interface AddonWords {
    int LONGEST = 100;
    Set<String> NO = Set.of("", "-", "no", "n", "none", "false", "0");
    Set<String> YES = Set.of("yes", "y", "true", "1", "x");

    /** The addon's name: the column's, with the value behind it where that says more than yes. */
    static Optional<String> name(Faults faults, String column, String cell) {
        var value = cell.strip();
        var plain = value.toLowerCase(Locale.ROOT);
        if (NO.contains(plain) || plain.startsWith("no ")) {
            return Optional.empty();
        }
        var name = YES.contains(plain) ? column : column + ": " + value;
        return Optional.of(Texts.name(faults, column, name, LONGEST));
    }
}
