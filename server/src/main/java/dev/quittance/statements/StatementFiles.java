package dev.quittance.statements;

import dev.quittance.customers.Customers;
import dev.quittance.documents.DocumentPdf;
import dev.quittance.documents.DocumentPicture;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Blocking;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whole statements as files, made anew whenever they are asked for. */
@Component
class StatementFiles {
    private final StatementReading reading;
    private final Customers customers;
    private final Organizations organizations;

    StatementFiles(StatementReading reading, Customers customers, Organizations organizations) {
        this.reading = reading;
        this.customers = customers;
        this.organizations = organizations;
    }

    Mono<byte[]> pdf(UUID customer, StatementScope scope) {
        return picture(customer, scope)
                .flatMap(drawn -> Blocking.call(() -> DocumentPdf.draw(drawn)));
    }

    Mono<DocumentPicture> picture(UUID customer, StatementScope scope) {
        return Mono.zip(
                        reading.whole(customer, scope),
                        customers.get(customer),
                        organizations.current())
                .map(t -> StatementPicture.of(t.getT1(), t.getT2(), t.getT3()));
    }

    Flux<String> csv(UUID customer, StatementScope scope) {
        return reading.streamed(
                customer, scope, statement -> rows -> StatementCsv.of(statement, rows));
    }

    /** {@code statement-2030-01-01-to-2030-01-31-USD.pdf}. */
    static String name(StatementScope scope, String ending) {
        return "statement-%s-to-%s-%s.%s"
                .formatted(scope.period().from(), scope.period().to(), scope.currency(), ending);
    }
}
