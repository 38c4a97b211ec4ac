package dev.quittance.banking;

import dev.quittance.platform.Problem;

/** What is answered about files of the bank. */
interface FileAnswers {

    /** The dry run is done: see its counts and faults. */
    record BankFileChecked(BankFile file) {}

    /** What was new is here. */
    record BankFileImported(BankFile file) {}

    /** The file is gone. */
    record BankFileDiscarded(String fileName) {}

    /** The file speaks of an account that is not the merchant's. */
    record ForeignAccount(String account) implements Problem {
        @Override
        public String message() {
            return "The account %s is none of yours. If it is, add it to the organisation's bank details."
                    .formatted(account);
        }
    }

    /** Something in it is bad. */
    record BankFileHasFaults(int badCount) implements Problem {
        @Override
        public String message() {
            return "There are %d faults in the file. Ask the bank for another, or import what is good."
                    .formatted(badCount);
        }
    }

    /** All that is good in it is here already. */
    record NothingNew(int knownCount) implements Problem {
        @Override
        public String message() {
            return knownCount == 0
                    ? "There is no entry in the file that could be imported. Discard it."
                    : "All %d entries of the file are here already, so nothing was imported. Discard it."
                            .formatted(knownCount);
        }
    }

    /** The file is not in that state. */
    record BankFileNotReady(String message) implements Problem {}
}
