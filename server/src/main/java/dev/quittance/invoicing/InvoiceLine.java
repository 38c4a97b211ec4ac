package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Days;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice.
 *
 * @param unitPrice without tax, per unit and full period
 * @param net without tax
 * @param gross the line as sold, where the price contains the tax
 * @param facts the {@link LineExplanation} as it was stored; null where the reader did not ask
 */
public record InvoiceLine(
        UUID id,
        int position,
        @Nullable UUID subscription,
        String description,
        BigDecimal quantity,
        UnitPrice unitPrice,
        Money net,
        @Nullable Money gross,
        @Nullable Days days,
        @Nullable String taxLabel,
        @Nullable String facts) {

    /** The days of service as people read them. */
    public @Nullable Period period() {
        return Period.ofNullable(days);
    }

    /** Why this amount, sentence by sentence. */
    public List<String> explanation() {
        return why().sentences();
    }

    LineExplanation why() {
        return JsonText.read(requireNonNull(facts, "facts"), LineExplanation.class);
    }
}
