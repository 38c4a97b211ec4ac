package dev.quittance.banking;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;
import graphql.relay.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Statements and their entries, with what is suggested for those that are open. */
@Service
class BankEntries {
    private final StatementRepository statements;
    private final EntryRepository entries;
    private final SuggestionRepository suggestions;
    private final BookingRepository bookings;
    private final BankRuleBook rules;
    private final Changes changes;

    BankEntries(
            StatementRepository statements,
            EntryRepository entries,
            SuggestionRepository suggestions,
            BookingRepository bookings,
            BankRuleBook rules,
            Changes changes) {
        this.statements = statements;
        this.entries = entries;
        this.suggestions = suggestions;
        this.bookings = bookings;
        this.rules = rules;
        this.changes = changes;
    }

    /** How many open entries of the statement are compared anew. */
    record BankStatementMatched(int comparedCount) {}

    /** What is exact in the statement is being booked. */
    record BankBookingBegun(BankStatement statement) {}

    /** Nothing in the statement is exact. */
    record NothingExact(String message) implements Problem {}

    Mono<Connection<BankStatement>> statements(Page page) {
        return statements
                .page(page)
                .collectList()
                .map(found -> page.connection(found, row -> List.of(row.id().toString())));
    }

    Mono<Connection<BankEntry>> list(
            @Nullable UUID statement, @Nullable EntryState state, Page page) {
        return entries.page(statement, state, page)
                .collectList()
                .map(
                        found ->
                                page.connection(
                                        found,
                                        row ->
                                                List.of(
                                                        row.bookedOn().toString(),
                                                        row.id().toString())));
    }

    Mono<Map<BankEntry, List<BankSuggestion>>> suggestions(List<BankEntry> below) {
        return suggestions
                .of(below.stream().map(BankEntry::id).toList())
                .collect(
                        Collectors.groupingBy(
                                SuggestionRepository.Ranked::entry,
                                Collectors.mapping(
                                        SuggestionRepository.Ranked::suggestion,
                                        Collectors.toList())))
                .map(
                        found -> {
                            var all = new HashMap<BankEntry, List<BankSuggestion>>();
                            below.forEach(
                                    one -> all.put(one, found.getOrDefault(one.id(), List.of())));
                            return all;
                        });
    }

    Mono<BankStatement> statement(UUID id) {
        return statements.find(id).switchIfEmpty(Mono.error(() -> new NotFound("bank statement")));
    }

    /** Has what is open compared with what is due now, and booked where that is the rule. */
    @Transactional
    Mono<BankStatementMatched> match(UUID statement) {
        return statement(statement)
                .then(entries.compareAgain(statement))
                .zipWith(rules.present())
                .delayUntil(
                        now ->
                                now.getT2().bookExact()
                                        ? bookings.wish(statement, Caller.SYSTEM.name())
                                        : Mono.empty())
                .delayUntil(_ -> changes.announce("BANK_STATEMENT", statement, null))
                .map(now -> new BankStatementMatched(Math.toIntExact(now.getT1())));
    }

    /** Has what is exact booked by itself. */
    @Transactional
    Mono<BankBookingBegun> book(UUID statement) {
        return Caller.current()
                .flatMap(caller -> bookings.wish(statement, caller.name()))
                .doOnNext(
                        count -> {
                            if (count == 0) {
                                throw new Refused(
                                        new NothingExact(
                                                "Nothing in this statement can be booked without looking. Confirm its suggestions one by one."));
                            }
                        })
                .then(changes.announce("BANK_STATEMENT", statement, null))
                .then(Mono.defer(() -> statement(statement)))
                .map(BankBookingBegun::new);
    }
}
