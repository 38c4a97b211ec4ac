package dev.quittance.statements;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.platform.Listener;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the PDF of every statement that is mailed. */
@Component
class StatementFiling implements Listener<StatementMade> {
    private final Documents documents;

    StatementFiling(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<StatementMade> event() {
        return StatementMade.class;
    }

    @Override
    public Mono<Void> on(StatementMade made) {
        return onAll(List.of(made));
    }

    @Override
    public Mono<Void> onAll(List<StatementMade> made) {
        return documents.make(
                DocumentKind.STATEMENT, made.stream().map(StatementMade::statement).toList());
    }
}
