package dev.quittance.banking;

import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** How bank statements are dealt with: what is set, and how it is changed. */
@Repository
class BankRuleBook {
    /** The rules are one; their history needs an id all the same. */
    private static final UUID SUBJECT = new UUID(0, 4);

    private final DatabaseClient db;
    private final History history;

    BankRuleBook(DatabaseClient db, History history) {
        this.db = db;
        this.history = history;
    }

    record UpdateBankRulesInput(boolean bookExact) {}

    /** The rules are set. */
    record BankRulesUpdated(BankRules rules) {}

    Mono<BankRules> present() {
        return db.sql("select book_exact from bank_rule").mapProperties(BankRules.class).one();
    }

    @Transactional
    Mono<BankRulesUpdated> update(UpdateBankRulesInput input) {
        var rules = new BankRules(input.bookExact());
        return present()
                .flatMap(
                        before ->
                                db.sql("update bank_rule set book_exact = :exact")
                                        .bind("exact", rules.bookExact())
                                        .then()
                                        .then(
                                                history.add(
                                                        new HistoryEntry.New(
                                                                "BANK_RULES",
                                                                SUBJECT,
                                                                null,
                                                                "bank rules changed",
                                                                before,
                                                                rules,
                                                                null))))
                .thenReturn(new BankRulesUpdated(rules));
    }
}
