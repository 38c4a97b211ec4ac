package dev.quittance.payments;

import dev.quittance.platform.Page;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list. Everything given must match.
 *
 * @param paidUntil the last day, included
 * @param search the beginning of a receipt number, or of the customer's name
 */
public record PaymentFilter(
        @Nullable List<PaymentStatus> statuses,
        @Nullable PaymentMethodKind method,
        @Nullable LocalDate paidFrom,
        @Nullable LocalDate paidUntil,
        @Nullable UUID customerId,
        @Nullable String search) {

    /** Before the first page: later than every payment. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Behind every text that begins with what stands before it. */
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    static final PaymentFilter ALL = new PaymentFilter(null, null, null, null, null, null);

    boolean searches() {
        return search != null && !search.isBlank();
    }

    /** Where numbers and names begin and end that begin with what is searched. */
    Map<String, Object> beginnings() {
        var number = search == null ? "" : search.strip().toUpperCase(Locale.ROOT);
        var name = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        return Map.of(
                "number",
                number,
                "numberEnd",
                number + LAST_LETTER,
                "name",
                name,
                "nameEnd",
                name + LAST_LETTER);
    }

    /** The parameters of the list's statement. */
    Map<String, Object> bindings(Page page) {
        var values = new HashMap<String, Object>();
        values.put("customer", optional(customerId, UUID.class));
        values.put(
                "statuses",
                optional(
                        statuses == null
                                ? null
                                : statuses.stream().map(Enum::name).toArray(String[]::new),
                        String[].class));
        values.put("method", optional(method == null ? null : method.name(), String.class));
        values.put("from", optional(paidFrom, LocalDate.class));
        values.put("until", optional(paidUntil, LocalDate.class));
        values.put("afterDay", Objects.requireNonNullElse(page.day(0), LAST_DAY));
        values.put("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID));
        values.put("first", page.first());
        return values;
    }

    static Parameter optional(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
