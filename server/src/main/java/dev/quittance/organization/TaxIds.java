package dev.quittance.organization;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import dev.quittance.platform.Faults;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether tax ids are well formed, check digits included: those for VAT of the member
 * states of the European Union, the United Kingdom, Switzerland and Norway. Ids of other kinds are
 * taken as they are; nobody is asked whether an id was ever given to anyone.
 */
public final class TaxIds {
    private static final Set<String> BESIDE_THE_UNION = Set.of("GB", "CH", "NO");
    private static final Pattern SWISS = Pattern.compile("CHE\\d{9}(MWST|TVA|IVA)?");
    private static final Pattern NORWEGIAN = Pattern.compile("NO\\d{9}(MVA)?");
    private static final Pattern NEW_BELGIAN = Pattern.compile("BE1\\d{9}");
    private static final int[] SWISS_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4};
    private static final int[] NORWEGIAN_WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int ELEVEN = 11;
    private static final int NINETY_SEVEN = 97;

    /** What an id looks like, for who mistyped one. */
    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "DE", "DE123456788",
                    "CH", "CHE-123.456.788 MWST",
                    "NO", "NO 123 456 785 MVA",
                    "GB", "GB 123 4567 82",
                    "EL", "EL094259216",
                    "FR", "FR32123456789",
                    "PL", "PL1234563218",
                    "NL", "NL123456782B90");

    private TaxIds() {}

    /**
     * The id cleaned, that of a member state without what only makes it legible; what is malformed
     * is noted.
     *
     * @param country of whoever bears it; null when it is not known
     */
    public static @Nullable String checked(
            Faults faults, String path, @Nullable String given, @Nullable String country) {
        var text = Particulars.taxId(faults, path, given);
        if (text == null || !asked(text, country)) {
            return text;
        }
        var prefix = prefix(compact(text));
        faults.check(
                valid(text),
                path,
                "is no VAT id of %s; %s".formatted(name(prefix), remedy(prefix)));
        return BESIDE_THE_UNION.contains(prefix) ? text : compact(text);
    }

    /** Whether it is the well formed VAT id of a member state of the European Union. */
    public static boolean ofUnion(@Nullable String id) {
        return id != null && unionPrefix(prefix(compact(id))) && valid(id);
    }

    /** Whether the id claims to be one whose rules we know. */
    private static boolean asked(String id, @Nullable String country) {
        var itsRules =
                country == null
                        || BESIDE_THE_UNION.contains(country)
                        || new TaxPlace(country, null, null).inUnion();
        return itsRules && known(prefix(compact(id)));
    }

    private static boolean known(String prefix) {
        return unionPrefix(prefix) || BESIDE_THE_UNION.contains(prefix);
    }

    private static boolean unionPrefix(String prefix) {
        return prefix.equals("XI")
                || !prefix.equals("GB") && VATINSyntaxChecker.isValidatorPresent(prefix + "0");
    }

    private static boolean valid(String id) {
        var compact = compact(id);
        return switch (prefix(compact)) {
            case "CH" -> SWISS.matcher(compact).matches() && eleven(compact, 3, SWISS_WEIGHTS);
            case "NO" ->
                    NORWEGIAN.matcher(compact).matches() && eleven(compact, 2, NORWEGIAN_WEIGHTS);
            // Northern Ireland keeps the numbers of the United Kingdom.
            case "XI" -> VATINSyntaxChecker.isValidVATIN("GB" + compact.substring(2));
            case "BE" ->
                    NEW_BELGIAN.matcher(compact).matches()
                            ? ninetySeven(compact.substring(2))
                            : VATINSyntaxChecker.isValidVATIN(compact);
            default -> VATINSyntaxChecker.isValidVATIN(compact);
        };
    }

    private static boolean eleven(String id, int from, int[] weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(id, from + i);
        }
        var check = (ELEVEN - sum % ELEVEN) % ELEVEN;
        return check == digit(id, from + weights.length);
    }

    private static boolean ninetySeven(String digits) {
        var number = Long.parseLong(digits.substring(0, 8));
        return NINETY_SEVEN - number % NINETY_SEVEN == Long.parseLong(digits.substring(8));
    }

    private static int digit(String id, int at) {
        return Character.digit(id.charAt(at), 10);
    }

    private static String prefix(String compact) {
        return compact.length() < 2 ? "" : compact.substring(0, 2);
    }

    private static String compact(String id) {
        return id.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
    }

    private static String remedy(String prefix) {
        var example = EXAMPLES.get(prefix);
        return example == null
                ? "check its length and its digits"
                : "it must look like %s, check digits included".formatted(example);
    }

    private static String name(String prefix) {
        var country =
                switch (prefix) {
                    case "EL" -> "GR";
                    case "XI" -> "GB";
                    default -> prefix;
                };
        return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }
}
