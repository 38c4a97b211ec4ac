package dev.quittance.banking;

import dev.quittance.banking.BankRuleBook.BankRulesUpdated;
import dev.quittance.banking.BankRuleBook.UpdateBankRulesInput;
import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bank statements and their entries, in GraphQL. */
@Controller
class BankController {
    private final BankEntries entries;
    private final BankRuleBook rules;
    private final Customers customers;
    private final Changes changes;

    BankController(BankEntries entries, BankRuleBook rules, Customers customers, Changes changes) {
        this.entries = entries;
        this.rules = rules;
        this.customers = customers;
        this.changes = changes;
    }

    record MatchBankStatementInput(UUID statementId) {}

    record BookExactBankEntriesInput(UUID statementId) {}

    @QueryMapping
    Mono<BankRules> bankRules() {
        return rules.present();
    }

    @QueryMapping
    Mono<BankStatement> bankStatement(@Argument UUID id) {
        return entries.statement(id);
    }

    @QueryMapping
    Mono<Connection<BankStatement>> bankStatements(
            @Argument int first, @Argument @Nullable String after) {
        return entries.statements(Page.of(first, after));
    }

    @QueryMapping
    Mono<Connection<BankEntry>> bankEntries(
            @Argument @Nullable UUID statementId,
            @Argument @Nullable EntryState state,
            @Argument int first,
            @Argument @Nullable String after) {
        return entries.list(statementId, state, Page.of(first, after));
    }

    @BatchMapping(typeName = "BankEntry")
    Mono<Map<BankEntry, List<BankSuggestion>>> suggestions(List<BankEntry> below) {
        return entries.suggestions(below);
    }

    @BatchMapping(typeName = "BankSuggestion")
    Mono<Map<BankSuggestion, Customer>> customer(List<BankSuggestion> below) {
        return owners(below, BankSuggestion::customerId);
    }

    @BatchMapping(typeName = "BankEntry", field = "customer")
    Mono<Map<BankEntry, Customer>> entryCustomer(List<BankEntry> below) {
        return owners(below, BankEntry::customerId);
    }

    private <T> Mono<Map<T, Customer>> owners(List<T> below, Function<T, @Nullable UUID> of) {
        var ids = below.stream().map(of).filter(Objects::nonNull).distinct().toList();
        return customers
                .byIds(ids)
                .map(
                        found -> {
                            var owners = new HashMap<T, Customer>();
                            for (var one : below) {
                                var customer = found.get(of.apply(one));
                                if (customer != null) {
                                    owners.put(one, customer);
                                }
                            }
                            return owners;
                        });
    }

    @MutationMapping
    Mono<BankEntries.BankStatementMatched> matchBankStatement(
            @Argument MatchBankStatementInput input) {
        return entries.match(input.statementId());
    }

    @MutationMapping
    Mono<BankEntries.BankBookingBegun> bookExactBankEntries(
            @Argument BookExactBankEntriesInput input) {
        return entries.book(input.statementId());
    }

    @MutationMapping
    Mono<BankRulesUpdated> updateBankRules(@Argument UpdateBankRulesInput input) {
        return rules.update(input);
    }

    @SubscriptionMapping
    Flux<Change> bankStatementChanged(@ContextValue Caller caller) {
        return changes.stream("BANK_STATEMENT", caller);
    }
}
