package dev.quittance;

import dev.quittance.books.BooksCheckCommand;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server, or with {@code --check-books} checks the books and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuittanceApplication {

    static void main(String[] args) {
        if (BooksCheckCommand.isAsked(List.of(args))) {
            System.exit(checkBooks(args));
        }
        SpringApplication.run(QuittanceApplication.class, args);
    }

    private static int checkBooks(String[] args) {
        var all =
                Stream.concat(Stream.of(args), BooksCheckCommand.settings().stream())
                        .toArray(String[]::new);
        try (var context = SpringApplication.run(QuittanceApplication.class, all)) {
            return context.getBean(BooksCheckCommand.class).run();
        }
    }
}
