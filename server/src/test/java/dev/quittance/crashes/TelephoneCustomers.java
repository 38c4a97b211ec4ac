package dev.quittance.crashes;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of telephone customers to import.
 *
 * @param totalMinor what all of them pay a month, in cents
 */
record TelephoneCustomers(String csv, int count, long totalMinor) {
    /** Which customers of the database came from such a file. */
    static final String THEIRS = "external_id ~ '^[0-9]{4}-[A-Z]{5}'";

    private static final Path REAL = Path.of("../../shared/data/telco-customers.csv");
    private static final Path SAMPLE = Path.of("../samples/telco-sample.csv");
    private static final Pattern ID = Pattern.compile("^\"?(\\d{4}-[A-Z]{5})\"?");
    private static final Pattern CHARGES = Pattern.compile(",(\\d+\\.\\d{2}),[^,]*,(?:Yes|No)$");

    /** The published 7,043 customers where that file lies beside the repository, else as many. */
    static TelephoneCustomers all() {
        if (Files.notExists(REAL)) {
            System.out.println(
                    "The real input is not at %s: invented customers take its place."
                            .formatted(REAL.toAbsolutePath().normalize()));
            return invented(7_043);
        }
        return new TelephoneCustomers(text(REAL), 7_043, 45_611_660);
    }

    /** The rows of the sample, over and over, each under an id of its own. */
    static TelephoneCustomers invented(int count) {
        var lines = text(SAMPLE).lines().toList();
        var plain =
                lines.stream()
                        .skip(1)
                        .filter(line -> ID.matcher(line).find() && CHARGES.matcher(line).find())
                        .toList();
        var csv = new ArrayList<>(List.of(lines.getFirst()));
        var total = BigDecimal.ZERO;
        for (var i = 0; i < count; i++) {
            var line = plain.get(i % plain.size());
            csv.add(ID.matcher(line).replaceFirst("$1-" + i / plain.size()));
            var charges = CHARGES.matcher(line);
            total = charges.find() ? total.add(new BigDecimal(charges.group(1))) : total;
        }
        return new TelephoneCustomers(
                String.join("\n", csv), count, total.movePointRight(2).longValueExact());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
