package dev.quittance.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the books are closed.
 *
 * @param closedThrough the last closed day; null when no month is closed
 */
public record BooksClosing(@Nullable LocalDate closedThrough) {}
