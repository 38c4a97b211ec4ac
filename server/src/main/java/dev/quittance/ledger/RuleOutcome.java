package dev.quittance.ledger;

import java.util.List;

/**
 * What a rule found.
 *
 * @param count how many differences there are
 * @param first some of them
 */
public record RuleOutcome(BooksRule rule, int count, List<BooksDifference> first) {

    public RuleOutcome {
        first = List.copyOf(first);
    }
}
