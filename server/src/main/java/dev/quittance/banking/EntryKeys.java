package dev.quittance.banking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * By what an entry is known again, in the same file or another: the bank's reference, else the
 * payer's, else all that it says with a count of those that say the same.
 */
interface EntryKeys {

    /** The keys of a statement's entries, in their order. */
    static List<String> of(List<ReadEntry> entries) {
        Map<String, Integer> seen = new HashMap<>();
        return entries.stream().map(entry -> of(entry, seen)).toList();
    }

    private static String of(ReadEntry entry, Map<String, Integer> seen) {
        var common =
                String.join(
                        "\u001F",
                        entry.direction().name(),
                        entry.amount().toString(),
                        String.valueOf(entry.reversal()));
        if (entry.bankReference() != null) {
            return hash("bank", common, entry.bankReference(), entry.ordinal());
        }
        var words =
                String.join(
                        "\u001F",
                        common,
                        entry.bookedOn().toString(),
                        String.valueOf(entry.party().name()),
                        String.valueOf(entry.party().account()),
                        entry.remittance());
        if (entry.endToEndId() != null) {
            return hash("payer", words, entry.endToEndId(), entry.ordinal());
        }
        return hash("words", words, "", seen.merge(words, 1, Integer::sum));
    }

    private static String hash(String kind, String words, String reference, int ordinal) {
        var text = String.join("\u001F", kind, words, reference, String.valueOf(ordinal));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
