package dev.quittance.banking;

import dev.quittance.banking.BookingRepository.Wished;
import dev.quittance.platform.Changes;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What is done with entries by itself, in steps that are a transaction each: a killed server's step
 * leaves nothing behind, and another goes on. Several servers share the work, entry by entry.
 */
@Service
class BankSteps {
    private static final Logger LOG = LoggerFactory.getLogger(BankSteps.class);
    private static final int AT_ONCE = 500;
    private final BookingRepository bookings;
    private final EntryRepository entries;
    private final Matching matching;
    private final BankBooking booking;
    private final Changes changes;
    private final TransactionalOperator transaction;

    BankSteps(
            BookingRepository bookings,
            EntryRepository entries,
            Matching matching,
            BankBooking booking,
            Changes changes,
            TransactionalOperator transaction) {
        this.bookings = bookings;
        this.entries = entries;
        this.matching = matching;
        this.booking = booking;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Everything there is to do now. */
    Mono<Void> all() {
        return Mono.defer(this::compare)
                .repeat()
                .takeWhile(more -> more)
                .thenMany(Mono.defer(this::book).repeat().takeWhile(more -> more))
                .thenMany(bookings.finish())
                .concatMap(this::announce)
                .then();
    }

    /** Compares some entries with what is due; says whether there are more. */
    private Mono<Boolean> compare() {
        return Mono.defer(() -> bookings.uncompared(AT_ONCE).collectList())
                .filter(ids -> !ids.isEmpty())
                .delayUntil(_ -> matching.refresh())
                .delayUntil(matching::match)
                .delayUntil(ids -> entries.byIds(List.of(ids.getLast())).flatMap(this::looked))
                .map(_ -> true)
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Books one entry that is exact still; says whether there was one. */
    private Mono<Boolean> book() {
        return bookings.next()
                .flatMap(
                        wished ->
                                book(wished)
                                        .thenReturn(true)
                                        .onErrorMap(cause -> new Hindered(wished, cause)))
                .defaultIfEmpty(false)
                .as(transaction::transactional)
                .onErrorResume(Hindered.class, this::hinder);
    }

    private Mono<Void> book(Wished wished) {
        return matching.match(List.of(wished.entry()))
                .then(matching.best(wished.entry()))
                .filter(BankSuggestion::exact)
                .flatMap(
                        best ->
                                Mono.justOrEmpty(best.customerId())
                                        .zipWith(entries.findForUpdate(wished.entry()))
                                        .flatMap(
                                                both ->
                                                        booking.book(
                                                                both.getT2(),
                                                                best,
                                                                both.getT1(),
                                                                wished.by())));
    }

    private Mono<Boolean> hinder(Hindered hindered) {
        var cause = hindered.why;
        if (!(cause instanceof Refused)) {
            LOG.warn("Entry {} is not booked: {}", hindered.entry, Traced.line(cause));
        }
        return bookings.hinder(hindered.entry, sentence(cause)).thenReturn(true);
    }

    private static String sentence(Throwable cause) {
        if (!(cause instanceof Refused refused)) {
            return "Something unexpected went wrong. Confirm it by hand.";
        }
        return refused.problem() instanceof InvalidInput invalid
                ? invalid.fields().stream()
                        .map(
                                fault ->
                                        fault.path().equals("valueOn")
                                                ? "The value day " + fault.message()
                                                : fault.path() + " " + fault.message())
                        .collect(Collectors.joining("; "))
                : refused.problem().message();
    }

    private Mono<Void> looked(BankEntry entry) {
        return announce(entry.statementId());
    }

    private Mono<Void> announce(UUID statement) {
        return changes.announce("BANK_STATEMENT", statement, null);
    }

    /** Rolls back what was begun of an entry. */
    private static final class Hindered extends RuntimeException {
        private final transient UUID entry;
        private final Throwable why;

        Hindered(Wished wished, Throwable cause) {
            super(cause);
            this.entry = wished.entry();
            this.why = cause;
        }
    }
}
