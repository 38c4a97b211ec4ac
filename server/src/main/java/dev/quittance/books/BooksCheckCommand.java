package dev.quittance.books;

import dev.quittance.ledger.BooksDifference;
import dev.quittance.platform.Settings;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code --check-books}: checks the books once, says in words what it found, and ends. No page is
 * served and no background work is done meanwhile.
 */
@Component
public class BooksCheckCommand {
    private static final String OPTION = "--check-books";
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final BooksChecks checks;
    private final BooksCheckRepository repository;
    private final Settings settings;

    BooksCheckCommand(BooksChecks checks, BooksCheckRepository repository, Settings settings) {
        this.checks = checks;
        this.repository = repository;
        this.settings = settings;
    }

    /** Whether {@code arguments} ask for it. */
    public static boolean isAsked(List<String> arguments) {
        return arguments.contains(OPTION);
    }

    /** With which further arguments the application starts for it: it listens to nobody else. */
    public static List<String> settings() {
        return List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--quittance.background=false",
                "--quittance.demo.enabled=false",
                "--logging.level.dev.quittance=warn");
    }

    /**
     * Checks, and prints what was found; 0 when the books are right, 1 when not, 2 when unknown.
     */
    public int run() {
        var check = checks.run().block(PATIENCE);
        if (check == null) {
            System.out.println("Another check is under way. Try again when it is done.");
            return 2;
        }
        var findings = repository.findings(check.id()).collectList().blockOptional(PATIENCE);
        findings.orElseThrow().forEach(this::print);
        if (check.interrupted()) {
            System.out.println("The check was interrupted; the log tells why.");
            return 2;
        }
        System.out.printf(
                "%,d rules checked, %,d differences found.%n",
                check.rulesDone(), check.differenceCount());
        return check.differenceCount() == 0 ? 0 : 1;
    }

    private void print(BooksFinding finding) {
        if (finding.differenceCount() > 0) {
            System.out.printf(
                    "%s: %,d differences. %s%n",
                    finding.rule(), finding.differenceCount(), finding.promise());
            finding.differences()
                    .forEach(one -> System.out.printf("  %s%s%n", one.sentence(), link(one)));
        }
    }

    private String link(BooksDifference difference) {
        var page =
                switch (difference.kind()) {
                    case "INVOICE" -> "invoices";
                    case "CREDIT_NOTE", "CANCELLATION" -> "credit-notes";
                    case "PAYMENT", "RECEIPT" -> "payments";
                    case "CUSTOMER" -> "customers";
                    default -> null;
                };
        return page == null || difference.id() == null
                ? ""
                : " %s/console/%s/%s".formatted(settings.publicUrl(), page, difference.id());
    }
}
