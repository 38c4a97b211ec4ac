package dev.quittance.banking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is decided about an entry: what it is, that it is none of ours, or nothing any more. */
record Decision(
        EntryState state,
        @Nullable String note,
        @Nullable UUID payment,
        boolean recorded,
        @Nullable UUID refund,
        @Nullable UUID returned,
        @Nullable UUID payout) {
    static final Decision OPENED =
            new Decision(EntryState.OPEN, null, null, false, null, null, null);

    static Decision setAside(String note) {
        return new Decision(EntryState.SET_ASIDE, note, null, false, null, null, null);
    }

    static Decision payment(UUID payment) {
        return new Decision(EntryState.BOOKED, null, payment, false, null, null, null);
    }

    /** A payment that had been confirmed by hand. */
    static Decision recorded(UUID payment) {
        return new Decision(EntryState.BOOKED, null, payment, true, null, null, null);
    }

    static Decision refund(UUID refund) {
        return new Decision(EntryState.BOOKED, null, null, false, refund, null, null);
    }

    /** A payment that came back. */
    static Decision returned(UUID payment) {
        return new Decision(EntryState.BOOKED, null, null, false, null, payment, null);
    }

    static Decision payout(UUID payout) {
        return new Decision(EntryState.BOOKED, null, null, false, null, null, payout);
    }
}
