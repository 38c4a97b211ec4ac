package dev.quittance.takeover;

import static java.util.Objects.requireNonNull;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.takeover.TakeOverRow.Placed;
import dev.quittance.takeover.TakeOverRows.Made;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What customers had to their credit with the former system, in the books and in their history. */
@Component
class OpeningCredits {
    private final Ledger ledger;
    private final History history;

    private record Facts(Money credit, LocalDate on) {}

    OpeningCredits(Ledger ledger, History history) {
        this.ledger = ledger;
        this.history = history;
    }

    /** Books credits under these ids. */
    Mono<Void> book(List<UUID> ids, List<Placed> credits) {
        var transfers =
                IntStream.range(0, ids.size())
                        .mapToObj(i -> transfer(ids.get(i), credits.get(i)))
                        .toList();
        return ledger.book(transfers)
                .then(history.add(credits.stream().map(OpeningCredits::taken).toList()));
    }

    /** Books the opposite of credits on {@code day}. */
    Mono<Void> takeBack(List<Made> credits, LocalDate day, String reason) {
        return ledger.book(credits.stream().map(one -> opposite(one, day)).toList())
                .then(history.add(credits.stream().map(one -> back(one, reason)).toList()));
    }

    private static NewTransfer transfer(UUID id, Placed one) {
        return NewTransfer.of(
                Booking.OPENING_CREDIT,
                one.customer(),
                credit(one),
                SourceKind.OPENING,
                id,
                one.row().on());
    }

    private static NewTransfer opposite(Made one, LocalDate day) {
        return new NewTransfer(
                Booking.OPENING_CREDIT,
                one.customer(),
                Amounts.ofMinor(one.minor(), one.currency()),
                SourceKind.OPENING,
                one.id(),
                1,
                day,
                null);
    }

    private static Money credit(Placed one) {
        return requireNonNull(one.row().amount()).negated();
    }

    private static HistoryEntry.New taken(Placed one) {
        return new HistoryEntry.New(
                History.CUSTOMER,
                one.customer(),
                one.customer(),
                "opening balance taken over",
                null,
                new Facts(credit(one), one.row().on()),
                null);
    }

    private static HistoryEntry.New back(Made one, String reason) {
        return new HistoryEntry.New(
                History.CUSTOMER,
                one.customer(),
                one.customer(),
                "opening balance taken back",
                new Facts(Amounts.ofMinor(-one.minor(), one.currency()), one.row().on()),
                null,
                reason);
    }
}
