package dev.quittance.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of reading a row: a customer, or all that is wrong with it. */
sealed interface RowReading {

    record GoodRow(CustomerRow customer) implements RowReading {}

    /**
     * @param externalId where that much could be read: it may not be given again
     */
    record BadRow(@Nullable String externalId, List<ImportFault> faults) implements RowReading {}
}
