package dev.quittance.uploads;

import dev.quittance.platform.Texts;

/**
 * A cell's text as it may be quoted in a message: short, on one line, without hidden characters.
 */
public interface Excerpt {
    int LONGEST = 40;

    static String of(String cell) {
        var shown = new StringBuilder("‘");
        cell.strip()
                .codePoints()
                .limit(LONGEST)
                .map(c -> Texts.hidden(Character.toString(c), false) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return shown.append(cell.strip().codePoints().count() > LONGEST ? "…’" : "’").toString();
    }
}
