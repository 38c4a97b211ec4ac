package dev.quittance.invoicing;

import dev.quittance.platform.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was given back.
 *
 * @param kind null in what was told before there were several kinds
 * @param invoice null where it is free
 * @param mail whether it is mailed; null as it usually is
 */
public record CreditNotePosted(
        UUID creditNote,
        @Nullable CreditNoteKind kind,
        @Nullable UUID invoice,
        UUID customer,
        @Nullable Boolean mail)
        implements Event {

    @Override
    public UUID stream() {
        return customer;
    }
}
