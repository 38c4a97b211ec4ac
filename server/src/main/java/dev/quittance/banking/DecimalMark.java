package dev.quittance.banking;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands before the decimals of an amount; the other mark groups thousands. */
enum DecimalMark {
    POINT('.', "[,'\u2019\u00A0\u202F ]"),
    COMMA(',', "[.'\u2019\u00A0\u202F ]");

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");
    private final char mark;
    private final String groups;
    private final Pattern grouped;

    DecimalMark(char mark, String groups) {
        this.mark = mark;
        this.groups = groups;
        this.grouped =
                Pattern.compile(
                        "[+-]?(\\d+|\\d{1,3}(%s\\d{3})+)(%s\\d+)?[+-]?"
                                .formatted(groups, Pattern.quote(String.valueOf(mark))));
    }

    /** The number, a sign before or behind it; null when it is none in this writing. */
    @Nullable BigDecimal number(String text) {
        var given = text.strip().replace('\u2212', '-').replaceAll("^([+-])\\s+", "$1");
        if (!grouped.matcher(given).matches()) {
            return null;
        }
        var plain = given.replaceAll(groups, "").replace(mark, '.');
        if (plain.endsWith("-") || plain.endsWith("+")) {
            plain = plain.charAt(plain.length() - 1) + plain.substring(0, plain.length() - 1);
        }
        return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** A comma if it stands before the last one or two digits of one of these. */
    static DecimalMark proposedFor(List<String> samples) {
        return samples.stream().anyMatch(one -> one.strip().matches(".*,\\d{1,2}[+-]?"))
                ? COMMA
                : POINT;
    }
}
