package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription is billed after one or several of its periods.
 *
 * @param term the period it has to stand at before
 */
record Advance(
        UUID subscription,
        int term,
        @Nullable LocalDate billedUntil,
        int nextTerm,
        @Nullable LocalDate nextBillOn,
        boolean setupFeeSettled) {

    /** One for each subscription, from its first of these periods past its last. */
    static Collection<Advance> of(List<DueTerm> terms) {
        var advances = new LinkedHashMap<UUID, Advance>();
        for (var term : terms) {
            advances.merge(term.subscription(), of(term), Advance::then);
        }
        return advances.values();
    }

    private static Advance of(DueTerm term) {
        return new Advance(
                term.subscription(),
                term.term(),
                term.billedUntil(),
                term.nextTerm(),
                term.nextBillOn(),
                term.setupFeeSettled());
    }

    private Advance then(Advance next) {
        return new Advance(
                subscription,
                term,
                next.billedUntil,
                next.nextTerm,
                next.nextBillOn,
                setupFeeSettled || next.setupFeeSettled);
    }
}
