package dev.quittance.books;

import dev.quittance.platform.Problem;

/** What comes of asking for a check of the books. */
sealed interface CheckStart {

    /** It runs on; the check tells how far it is. */
    record BooksCheckStarted(BooksCheck check) implements CheckStart {}

    /** Another check is not finished. */
    record BooksCheckUnderWay(BooksCheck check) implements CheckStart, Problem {
        @Override
        public String message() {
            return "A check started by %s is under way. Its result will be here when it is done."
                    .formatted(check.startedBy());
        }
    }
}
