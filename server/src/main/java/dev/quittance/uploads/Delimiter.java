package dev.quittance.uploads;

/** What separates the cells of a file: a comma, a semicolon or a tab. */
interface Delimiter {

    /** The one that stands most often outside quotes in the header; a comma when none does. */
    static char of(String header) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = count(header, candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static int count(String header, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == delimiter ? 1 : 0;
        }
        return count;
    }
}
