package dev.quittance.banking;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A payer's name as it is compared: without accents, case, punctuation, titles and legal forms, its
 * words in the order of the alphabet.
 */
interface PayerName {
    Set<String> NO_NAMES =
            Set.of(
                    "MR",
                    "MRS",
                    "MS",
                    "DR",
                    "PROF",
                    "HERR",
                    "FRAU",
                    "GMBH",
                    "AG",
                    "KG",
                    "OHG",
                    "UG",
                    "SE",
                    "EV",
                    "EK",
                    "EU",
                    "CO",
                    "LTD",
                    "LIMITED",
                    "LLC",
                    "LLP",
                    "INC",
                    "INCORPORATED",
                    "CORP",
                    "CORPORATION",
                    "COMPANY",
                    "PLC",
                    "SA",
                    "SARL",
                    "SAS",
                    "SL",
                    "SRL",
                    "SPA",
                    "BV",
                    "NV",
                    "AB",
                    "AS",
                    "APS",
                    "OY",
                    "PTY",
                    "THE",
                    "AND",
                    "UND");

    /** Empty when nothing is left to compare. */
    static String key(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .replace("ß", "ss")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "")
                        .replaceAll("[’'`]", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        var words =
                Arrays.stream(plain.split(" "))
                        .filter(word -> !word.isEmpty() && !NO_NAMES.contains(word))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return words.length() > 200 ? words.substring(0, 200) : words;
    }
}
