package dev.quittance.contracting;

import dev.quittance.catalog.PlanPriceInput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New prices of a plan, and what becomes of the subscriptions it has.
 *
 * @param movesOn the first day of the new price for them; today when missing
 */
record ChangePlanPricesInput(
        UUID planId, List<PlanPriceInput> prices, Existing existing, @Nullable LocalDate movesOn) {

    /** What becomes of the subscriptions a plan has when its prices change. */
    enum Existing {
        /** They keep the prices they pay. */
        KEEP,
        /** They pay the new ones from the first period that begins on a day or later. */
        MOVE
    }
}
