package dev.quittance.imports;

import dev.quittance.platform.Problem;

/** What comes of asking to check or to run an import. */
sealed interface ImportStart {

    /** A worker takes it in hand. */
    record CustomerImportStarted(CustomerImport customerImport) implements ImportStart {}

    /** The import is at work, over, or not as far yet. */
    record ImportBusy(String message) implements ImportStart, Problem {}

    /** Some rows are bad, and they are not to be left out. */
    record ImportHasFaults(int badCount, String message) implements ImportStart, Problem {}

    /** A check starts over as often as wanted, until the first customer is made. */
    static ImportStart check(CustomerImport found) {
        if (found.busy()) {
            return new ImportBusy("The import is at work. Wait until it is done.");
        }
        return found.importedCount() > 0 || found.status() == ImportStatus.COMPLETED
                ? new ImportBusy(
                        "Customers of this file are made already. Upload it again to check it.")
                : new CustomerImportStarted(found);
    }

    /** A run needs a finished check; one that failed goes on where it stopped. */
    static ImportStart run(CustomerImport found, boolean skipBadRows) {
        if (found.busy()) {
            return new ImportBusy("The import is at work. Wait until it is done.");
        }
        if (found.status() == ImportStatus.COMPLETED) {
            return new ImportBusy("The import is over: each of its good rows is a customer.");
        }
        if (found.total() == null) {
            return new ImportBusy("Check the file first.");
        }
        if (found.goodCount() == 0) {
            return new ImportHasFaults(
                    found.badCount(), "No row can be imported. Mend the file and upload it again.");
        }
        return found.badCount() > 0 && !skipBadRows
                ? new ImportHasFaults(
                        found.badCount(),
                        "%,d of %,d rows are bad. Mend the file, or leave them out."
                                .formatted(found.badCount(), found.rowCount()))
                : new CustomerImportStarted(found);
    }
}
