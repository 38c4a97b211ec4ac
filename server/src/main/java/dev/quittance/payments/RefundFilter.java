package dev.quittance.payments;

import dev.quittance.platform.Page;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which refunds to list. Everything given must match.
 *
 * @param begunUntil the last day, included
 */
public record RefundFilter(
        @Nullable List<RefundStatus> statuses,
        @Nullable LocalDate begunFrom,
        @Nullable LocalDate begunUntil,
        @Nullable UUID customerId) {

    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    static final UUID LAST_ID = new UUID(-1, -1);

    static final RefundFilter ALL = new RefundFilter(null, null, null, null);

    /** The parameters of the list's statement. */
    Map<String, Object> bindings(Page page) {
        var values = new HashMap<String, Object>();
        values.put("customer", PaymentFilter.optional(customerId, UUID.class));
        values.put(
                "statuses",
                PaymentFilter.optional(
                        statuses == null
                                ? null
                                : statuses.stream().map(Enum::name).toArray(String[]::new),
                        String[].class));
        values.put("from", PaymentFilter.optional(begunFrom, LocalDate.class));
        values.put("until", PaymentFilter.optional(begunUntil, LocalDate.class));
        values.put("afterDay", Objects.requireNonNullElse(page.day(0), LAST_DAY));
        values.put("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID));
        values.put("first", page.first());
        return values;
    }
}
