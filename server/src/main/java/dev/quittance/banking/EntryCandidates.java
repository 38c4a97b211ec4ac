package dev.quittance.banking;

import java.util.List;
import java.util.UUID;

/** All that an entry that came in may be about, as it was found. */
record EntryCandidates(List<Referenced> referenced, List<Payer> payers) {
    static final EntryCandidates NONE = new EntryCandidates(List.of(), List.of());

    /**
     * An invoice whose number stands in the entry.
     *
     * @param whole it is all that a reference field says
     */
    record Referenced(OwedInvoice invoice, boolean whole) {}

    /**
     * A customer who may have paid.
     *
     * @param byAccount the account is known from a match that was confirmed; else it is the name
     * @param open what is due in the entry's currency, the oldest first
     */
    record Payer(UUID customer, String name, boolean byAccount, List<OwedInvoice> open) {}
}
