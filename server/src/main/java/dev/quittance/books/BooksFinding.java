package dev.quittance.books;

import dev.quittance.ledger.BooksDifference;
import java.util.List;

/**
 * What one rule found in one check.
 *
 * @param differences the first of them
 */
record BooksFinding(
        String rule, String promise, int differenceCount, List<BooksDifference> differences) {

    BooksFinding {
        differences = List.copyOf(differences);
    }
}
