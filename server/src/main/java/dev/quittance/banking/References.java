package dev.quittance.banking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What in an entry may be the number of a document: letters and digits without punctuation, as
 * payers write them and banks break them.
 */
interface References {
    int SHORTEST = 4;
    int LONGEST = 40;
    int MOST_WORDS = 60;
    int MOST_TOGETHER = 5;

    /**
     * The candidates, each with whether it is all that a reference field says.
     *
     * @param fields the structured reference, the payer's own
     */
    static Map<String, Boolean> of(String text, @Nullable String... fields) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (var field : fields) {
            if (field != null) {
                var bare = bare(field);
                keep(bare, true, found);
                if (bare.matches("RF\\d{2}.+")) {
                    keep(bare.substring(4), true, found);
                }
                inText(field, found);
            }
        }
        inText(text, found);
        return found;
    }

    /** A number without punctuation, as the database compares it. */
    static String bare(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static void inText(String text, Map<String, Boolean> found) {
        var words = words(text);
        for (int from = 0; from < words.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + MOST_TOGETHER); to++) {
                joined.append(words.get(to));
                keep(joined.toString(), false, found);
            }
        }
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word.toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static void keep(String bare, boolean whole, Map<String, Boolean> found) {
        if (bare.length() >= SHORTEST
                && bare.length() <= LONGEST
                && bare.chars().anyMatch(Character::isDigit)) {
            found.merge(bare, whole, Boolean::logicalOr);
        }
    }
}
