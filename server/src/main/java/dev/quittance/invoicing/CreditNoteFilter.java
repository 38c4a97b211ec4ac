package dev.quittance.invoicing;

import dev.quittance.platform.Given;
import io.r2dbc.spi.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which credit notes and cancellations to list; everything given must match.
 *
 * @param issuedUntil the last day, included
 * @param search the beginning of a number, of the invoice's number, or of the customer's name
 */
public record CreditNoteFilter(
        @Nullable List<CreditNoteKind> kinds,
        @Nullable LocalDate issuedFrom,
        @Nullable LocalDate issuedUntil,
        @Nullable UUID customerId,
        @Nullable String search) {

    static CreditNoteFilter orAll(@Nullable CreditNoteFilter filter) {
        return filter == null ? new CreditNoteFilter(null, null, null, null, null) : filter;
    }

    /** The parameters of the list's statement. */
    Map<String, Parameter> bindings() {
        var names = kinds == null ? null : kinds.stream().map(Enum::name).toArray(String[]::new);
        var sought = search == null || search.isBlank() ? null : pattern(search.strip());
        return Map.of(
                "customer", Given.sql(customerId, UUID.class),
                "kinds", Given.sql(names, String[].class),
                "from", Given.sql(issuedFrom, LocalDate.class),
                "until", Given.sql(issuedUntil, LocalDate.class),
                "number",
                        Given.sql(
                                sought == null ? null : sought.toUpperCase(Locale.ROOT),
                                String.class),
                "search",
                        Given.sql(
                                sought == null ? null : sought.toLowerCase(Locale.ROOT),
                                String.class));
    }

    /** What is typed is no pattern itself. */
    private static String pattern(String sought) {
        return sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
