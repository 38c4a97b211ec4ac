package dev.quittance.catalog;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which coupons to list.
 *
 * @param search a part of the name or code
 */
record CouponFilter(@Nullable String search, @Nullable Boolean archived) {
    private static final int LONGEST_SEARCH = 200;

    /** Refuses a search that could find nothing but trouble. */
    void check() {
        if (search != null && (search.length() > LONGEST_SEARCH || Texts.hidden(search, false))) {
            throw new BadRequest("search", "must have at most 200 characters, none of them hidden");
        }
    }
}
