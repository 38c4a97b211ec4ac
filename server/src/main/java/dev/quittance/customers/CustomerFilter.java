package dev.quittance.customers;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which customers to list. Everything given must match.
 *
 * @param search the beginning of a name, an external id or an email address
 * @param overdue true: only those that have something overdue
 * @param faulty true: only those that can't be billed as they are
 */
record CustomerFilter(
        @Nullable String search,
        @Nullable Boolean active,
        @Nullable PaymentKind paymentKind,
        @Nullable Boolean overdue,
        @Nullable Boolean faulty) {
    static final CustomerFilter NONE = new CustomerFilter(null, null, null, null, null);

    /** Sorts behind every text that begins with what stands before it. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final int LONGEST_SEARCH = 200;

    /** Refuses a search that could find nothing but trouble. */
    void check() {
        if (search != null && (search.length() > LONGEST_SEARCH || Texts.hidden(search, false))) {
            throw new BadRequest(
                    "filter.search", "must have at most 200 characters, none of them hidden");
        }
    }

    boolean searches() {
        return search != null && !search.isBlank();
    }

    /** Where texts begin that begin with what is searched. */
    String from() {
        return search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    }

    /** Where they end. */
    String until() {
        return from() + LAST;
    }
}
