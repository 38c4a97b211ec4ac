package dev.quittance.invoicing;

import dev.quittance.platform.Days;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a credit note.
 *
 * @param quantity null where an amount is given back, as with {@code unitPrice}
 * @param net given back without tax
 * @param facts the {@link LineExplanation} as it was stored
 */
public record CreditNoteLine(
        UUID id,
        int position,
        String description,
        @Nullable BigDecimal quantity,
        @Nullable UnitPrice unitPrice,
        Money net,
        @Nullable Days days,
        @Nullable String taxLabel,
        String facts) {

    /** The days that are given back as people read them. */
    public @Nullable Period period() {
        return Period.ofNullable(days);
    }

    /** Why this amount, sentence by sentence. */
    public List<String> explanation() {
        return why().sentences();
    }

    LineExplanation why() {
        return JsonText.read(facts, LineExplanation.class);
    }
}
