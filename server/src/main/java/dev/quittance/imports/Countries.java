package dev.quittance.imports;

import dev.quittance.platform.Faults;
import dev.quittance.uploads.Excerpt;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a country: its two-letter code or its English name. */
interface Countries {
    Map<String, String> CODES = codes();

    static @Nullable String code(Faults faults, String path, @Nullable String cell) {
        var text = cell == null ? "" : cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        var code = CODES.get(text.toLowerCase(Locale.ROOT));
        faults.check(
                code != null,
                path,
                "%s is no country. Write the two-letter code, for example DE"
                        .formatted(Excerpt.of(text)));
        return code;
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(
                    Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    code);
        }
        codes.put("usa", "US");
        codes.put("uk", "GB");
        return Map.copyOf(codes);
    }
}
