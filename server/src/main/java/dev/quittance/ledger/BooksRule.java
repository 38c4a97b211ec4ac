package dev.quittance.ledger;

/**
 * Something that must hold in the books, with the statement that finds where it does not. Every
 * bean of this type is part of the books check; it stands in the package whose tables it watches.
 *
 * @param name unique among all rules, {@code invoice-totals}
 * @param promise what must hold, in a sentence
 * @param sql a query of one row per difference, with exactly these columns: {@code kind} and {@code
 *     id} of what differs ({@code INVOICE}; where a person would look), {@code subject} (what it is
 *     called), {@code words} (what is wrong with it; {@code {stated}} and {@code {found}} stand for
 *     the amounts), {@code currency}, {@code stated_minor} and {@code found_minor} (null where the
 *     words name none)
 */
public record BooksRule(String name, String promise, String sql) {}
