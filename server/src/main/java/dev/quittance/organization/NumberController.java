package dev.quittance.organization;

import dev.quittance.organization.NumberSettings.NumberWish;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The numbers of documents, in GraphQL. */
@Controller
class NumberController {
    private final NumberSettings settings;

    NumberController(NumberSettings settings) {
        this.settings = settings;
    }

    /**
     * How one kind of document is numbered.
     *
     * @param next the number that the next document gets
     * @param begun whether numbers of the present series have been given
     */
    record DocumentNumbers(SeriesKind kind, String pattern, String next, boolean begun) {
        static DocumentNumbers of(NumberSetting setting, int year) {
            return new DocumentNumbers(
                    setting.kind(), setting.pattern().text(), setting.next(year), setting.begun());
        }
    }

    /** The numbers once changed. */
    record DocumentNumbersUpdated(DocumentNumbers numbers) {}

    @QueryMapping
    Mono<List<DocumentNumbers>> documentNumbers() {
        return Mono.zip(settings.all(), settings.year())
                .map(
                        both ->
                                both.getT1().stream()
                                        .map(one -> DocumentNumbers.of(one, both.getT2()))
                                        .toList());
    }

    @QueryMapping
    Mono<DocumentNumbers> previewDocumentNumbers(@Argument NumberWish input) {
        return shown(settings.preview(input));
    }

    @MutationMapping
    Mono<DocumentNumbersUpdated> updateDocumentNumbers(@Argument NumberWish input) {
        return shown(settings.update(input)).map(DocumentNumbersUpdated::new);
    }

    private Mono<DocumentNumbers> shown(Mono<NumberSetting> setting) {
        return setting.zipWith(settings.year())
                .map(both -> DocumentNumbers.of(both.getT1(), both.getT2()));
    }
}
