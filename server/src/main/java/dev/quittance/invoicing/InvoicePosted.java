package dev.quittance.invoicing;

import dev.quittance.platform.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice got its number and is owed.
 *
 * @param mail whether it is mailed; null as it usually is
 */
public record InvoicePosted(UUID invoice, UUID customer, @Nullable Boolean mail) implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
