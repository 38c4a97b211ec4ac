package dev.quittance.invoicing;

import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Row;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the credit notes of many customers at once known as {@code customerCreditNotes}. */
@Configuration(proxyBeanMethods = false)
class CreditNoteLists {
    CreditNoteLists(CreditNoteRepository repository, BatchLoaderRegistry registry) {
        Below.<CreditNoteFilter, CreditNote>register(
                registry,
                "customerCreditNotes",
                (customers, filter, page) ->
                        repository
                                .ofCustomers(customers, filter, page)
                                .flatMapIterable(notes -> notes)
                                .map(note -> new Row<>(note.customer(), note)),
                CreditNoteLists::key);
    }

    static List<String> key(CreditNote note) {
        return List.of(note.issuedOn().toString(), note.id().toString());
    }
}
