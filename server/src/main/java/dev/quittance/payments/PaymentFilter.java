package dev.quittance.payments;

import dev.quittance.platform.Page;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static final PaymentFilter ALL = new PaymentFilter(null, null, null, null, null, null);

    PaymentFilter ofCustomer(UUID customer) {
        return new PaymentFilter(statuses, method, paidFrom, paidUntil, customer, search);
    }

    /** Whether it asks for what can't be: payments of {@code customer} that are another's. */
    boolean contradicts(UUID customer) {
        return customerId != null && !customerId.equals(customer);
    }

    /** The parameters of the list's statement. */
    Map<String, Object> bindings(Page page) {
        var sought = search == null || search.isBlank() ? null : search.strip();
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
        values.put("number", optional(prefix(sought, false), String.class));
        values.put("search", optional(prefix(sought, true), String.class));
        values.put("afterDay", optional(page.day(0), LocalDate.class));
        values.put("afterId", optional(page.id(1), UUID.class));
        values.put("first", page.first());
        return values;
    }

    static Parameter optional(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** A pattern of {@code like} for texts that begin so; what is typed is no pattern itself. */
    private static @Nullable String prefix(@Nullable String sought, boolean name) {
        if (sought == null) {
            return null;
        }
        var cased = name ? sought.toLowerCase(Locale.ROOT) : sought.toUpperCase(Locale.ROOT);
        return cased.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
