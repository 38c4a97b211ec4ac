package dev.quittance.invoicing;

import dev.quittance.documents.Documents;
import dev.quittance.platform.Listener;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the PDF of every credit note soon after it is posted. */
@Component
class CreditNoteFiling implements Listener<CreditNotePosted> {
    private final Documents documents;

    CreditNoteFiling(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<CreditNotePosted> event() {
        return CreditNotePosted.class;
    }

    @Override
    public Mono<Void> on(CreditNotePosted posted) {
        return onAll(List.of(posted));
    }

    @Override
    public Mono<Void> onAll(List<CreditNotePosted> posted) {
        return Flux.fromArray(CreditNoteKind.values())
                .filter(kind -> !ids(posted, kind).isEmpty())
                .concatMap(kind -> documents.make(kind.document(), ids(posted, kind)))
                .then();
    }

    private static List<UUID> ids(List<CreditNotePosted> posted, CreditNoteKind kind) {
        return posted.stream()
                .filter(
                        one ->
                                kind
                                        == Objects.requireNonNullElse(
                                                one.kind(), CreditNoteKind.CREDIT_NOTE))
                .map(CreditNotePosted::creditNote)
                .toList();
    }
}
